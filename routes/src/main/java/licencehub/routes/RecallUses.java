package licencehub.routes;

import licencehub.routes.use.Recalls;
import org.apache.camel.builder.RouteBuilder;

/** Uses of a licence are called back when it turns out that it did not hold. */
public final class RecallUses extends RouteBuilder {
  private final Recalls recalls;

  public RecallUses(Recalls recalls) {
    this.recalls = recalls;
  }

  @Override
  public void configure() {
    // spotless:off
    from("timer:recall-uses?period={{recalls.look-every}}").routeId("recall-uses")
      .routeConfigurationId(AskAgainLater.ID)
        .process(exchange -> recalls.follow()).id("recall");
    // spotless:on
  }
}
