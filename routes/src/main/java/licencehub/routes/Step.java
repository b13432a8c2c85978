package licencehub.routes;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;

/** Lets routes call plain typed functions; the only place that touches an exchange's body. */
final class Step {
  private Step() {}

  /** Replaces the body by what {@code work} makes of it. */
  static <I, O> Processor with(Class<I> type, Function<? super I, ? extends O> work) {
    return exchange -> exchange.getMessage().setBody(work.apply(body(exchange, type)));
  }

  /** Asks {@code question} about the body. */
  static <I> Predicate when(Class<I> type, java.util.function.Predicate<? super I> question) {
    return exchange -> question.test(body(exchange, type));
  }

  static <I> I body(Exchange exchange, Class<I> type) {
    try {
      return exchange.getMessage().getMandatoryBody(type);
    } catch (InvalidPayloadException e) {
      throw new IllegalStateException(
          "route " + exchange.getFromRouteId() + " expected " + type.getSimpleName(), e);
    }
  }
}
