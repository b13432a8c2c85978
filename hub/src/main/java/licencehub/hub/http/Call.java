package licencehub.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import licencehub.hub.access.Caller;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * One request as an endpoint sees it: who, when, and what was sent.
 *
 * @param reading how long the body may take to arrive
 */
record Call(Incoming incoming, Caller caller, Instant at, Duration reading) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  String path(String name) {
    return incoming.path(name);
  }

  /** A number in the path. */
  long number(String name) {
    return number(name, path(name));
  }

  Optional<String> query(String name) {
    return incoming.query(name).filter(it -> !it.isBlank());
  }

  /** A whole number from {@code least} to {@code most} among the query parameters. */
  long query(String name, long usual, long least, long most) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return usual;
    }
    long value = text.get().equals("-1") ? -1 : number(name, text.get());
    if (value < least || value > most) {
      throw MalformedValue.of(
          Text.of("参数 " + name, "parameter " + name),
          text.get(),
          Text.of("应为" + least + "至" + most, "must be " + least + " to " + most),
          Long.toString(usual));
    }
    return value;
  }

  Optional<String> header(String name) {
    return incoming.header(name).filter(it -> !it.isBlank());
  }

  /** The content type without parameters, lower case; empty when there is none. */
  String mediaType() {
    return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** How many bytes the body is said to have; -1 where nobody says. */
  long announced() {
    return header("Content-Length")
        .filter(it -> DIGITS.matcher(it).matches())
        .map(Long::parseLong)
        .orElse(-1L);
  }

  /** Whether another hub asks: it is answered by this one alone, never by asking further. */
  boolean isFromPeer() {
    return incoming instanceof PeerIncoming;
  }

  /** The same request of somebody else. */
  Call by(Caller other) {
    return new Call(incoming, other, at, reading);
  }

  /** The body; reading it fails with {@link java.net.SocketTimeoutException} when it is slow. */
  TimedBody body() throws IOException {
    return new TimedBody(incoming.body(), System.nanoTime() + reading.toNanos());
  }

  private static long number(String name, String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw MalformedValue.of(
          Text.of("参数 " + name, "parameter " + name),
          text,
          Text.of("应为整数", "must be a whole number"),
          "20");
    }
    return Long.parseLong(text);
  }
}
