package licencehub.routes;

import licencehub.routes.feed.FeedPublisher;
import org.apache.camel.builder.RouteBuilder;

/** What is filed goes to the topics of the feed. */
public final class PublishFeed extends RouteBuilder {
  private final FeedPublisher publisher;

  public PublishFeed(FeedPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void configure() {
    // spotless:off
    from("timer:publish-feed?period={{feed.look-every}}").routeId("publish-feed")
        .process(exchange -> publisher.follow()).id("publish");
    // spotless:on
  }
}
