package licencehub.routes;

import licencehub.model.code.SourceId;
import org.apache.camel.builder.RouteBuilder;

/**
 * One source's records are collected batch by batch and filed; settling them is the source's part.
 */
public final class CollectSource extends RouteBuilder {
  private final SourceId source;

  public CollectSource(SourceId source) {
    this.source = source;
  }

  /** The route's name, by which it is stopped again. */
  public static String routeId(SourceId source) {
    return "collect-" + source;
  }

  @Override
  public void configure() {
    // spotless:off
    from(SourceComponent.SCHEME + ":" + source).routeId(routeId(source))
        .to(FileSubmissions.ENTRANCE);
    // spotless:on
  }
}
