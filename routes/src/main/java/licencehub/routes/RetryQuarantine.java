package licencehub.routes;

import java.util.List;
import licencehub.library.Lease;
import org.apache.camel.builder.RouteBuilder;

/** What was quarantined for a passing reason is tried again when its time has come, by one hub. */
public final class RetryQuarantine extends RouteBuilder {
  private final DueEntries due;
  private final Lease lease;

  /**
   * @param lease whose holder tries
   */
  public RetryQuarantine(DueEntries due, Lease lease) {
    this.due = due;
    this.lease = lease;
  }

  @Override
  public void configure() {
    // spotless:off
    from("timer:retry-quarantine?period={{quarantine.look-every}}").routeId("retry-quarantine")
        .process(exchange -> exchange.getMessage().setBody(next()))
        .filter(Step.when(Submissions.class, it -> !it.list().isEmpty()))
          .to(FileSubmissions.ENTRANCE);
    // spotless:on
  }

  private Submissions next() {
    return lease.hold().isPresent() ? due.next() : new Submissions(List.of());
  }
}
