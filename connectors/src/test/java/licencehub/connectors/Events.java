package licencehub.connectors;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Unsigned events, each different. */
public final class Events {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Events() {}

  public static String next() {
    return """
        {"specversion":"1.0","id":"n-%d","source":"/sources/sz-market-front",\
        "type":"case.step.v1","subject":"44030020260001","time":"2026-11-21T09:00:00+08:00",\
        "recordversion":1,"data":{}}"""
        .formatted(NUMBER.incrementAndGet());
  }

  public static List<String> next(int count) {
    return Stream.generate(Events::next).limit(count).toList();
  }

  /** Events one a line. */
  public static String lines(int count) {
    return String.join("\n", next(count)) + "\n";
  }
}
