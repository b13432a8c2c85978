package licencehub.routes;

import org.apache.camel.builder.RouteBuilder;

/** What was quarantined for a passing reason is tried again when its time has come. */
public final class RetryQuarantine extends RouteBuilder {
  private final DueEntries due;

  public RetryQuarantine(DueEntries due) {
    this.due = due;
  }

  @Override
  public void configure() {
    // spotless:off
    from("timer:retry-quarantine?period={{quarantine.look-every}}").routeId("retry-quarantine")
        .process(exchange -> exchange.getMessage().setBody(due.next()))
        .filter(Step.when(Submissions.class, it -> !it.list().isEmpty()))
          .to(FileSubmissions.ENTRANCE);
    // spotless:on
  }
}
