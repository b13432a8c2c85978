package licencehub.hub.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import licencehub.model.Text;

/** What an endpoint answers; {@link Delivery} puts it on the wire. */
sealed interface Answer {
  /** Bytes that are ready: sent with their length. */
  record Document(int status, String mediaType, byte[] body, Map<String, String> headers)
      implements Answer {}

  /** Bytes that come as they are made: batches of outcomes, the feed. */
  record Stream(int status, String mediaType, Body body) implements Answer {}

  /** Nothing was done, and why. */
  record Refusal(ProblemType type, Text detail, Map<String, String> headers) implements Answer {
    Refusal(ProblemType type, Text detail) {
      this(type, detail, Map.of());
    }

    /** With nothing to say beyond what the type says. */
    Refusal(ProblemType type) {
      this(type, type.remedy(), Map.of());
    }
  }

  /** Writes a body, once. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }
}
