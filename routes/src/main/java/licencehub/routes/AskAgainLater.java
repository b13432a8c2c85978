package licencehub.routes;

import licencehub.model.Unavailable;
import org.apache.camel.builder.RouteConfigurationBuilder;

/**
 * The one error configuration. A fault of a record never comes here: it is filed. What comes here
 * is the hub's own library being out of reach: asked again for a moment, then the batch goes back
 * to its source, where it still stands.
 */
public final class AskAgainLater extends RouteConfigurationBuilder {
  static final String ID = "ask-again-later";

  @Override
  public void configuration() {
    // spotless:off
    routeConfiguration(ID)
        .onException(Unavailable.class)
          .maximumRedeliveries(3).redeliveryDelay(100).backOffMultiplier(3).useExponentialBackOff()
          .logExhausted(false).logRetryAttempted(false);
    // spotless:on
  }
}
