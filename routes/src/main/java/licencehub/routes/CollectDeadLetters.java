package licencehub.routes;

import licencehub.model.code.SourceId;
import org.apache.camel.builder.RouteBuilder;

/** What a source's broker has given up delivering goes to the quarantine. */
public final class CollectDeadLetters extends RouteBuilder {
  private final DeadLetterRounds rounds;

  public CollectDeadLetters(DeadLetterRounds rounds) {
    this.rounds = rounds;
  }

  /** The route's name, by which it is stopped again. */
  public static String routeId(SourceId source) {
    return "dead-letters-" + source;
  }

  @Override
  public void configure() {
    // spotless:off
    from("timer:" + routeId(rounds.source()) + "?period={{dead-letters.look-every}}")
      .routeId(routeId(rounds.source()))
        .process(exchange -> rounds.make()).id("collect-" + rounds.source());
    // spotless:on
  }
}
