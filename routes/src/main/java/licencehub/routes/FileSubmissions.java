package licencehub.routes;

import org.apache.camel.builder.RouteBuilder;

/**
 * Submissions are recognised, checked, verified, authorised and filed; whatever fails a step is
 * filed as quarantined, so that every submission leaves with an outcome.
 */
public final class FileSubmissions extends RouteBuilder {
  /** Where submissions enter, whatever way they came. */
  static final String ENTRANCE = "direct:file-submissions";

  private final Clerk clerk;

  public FileSubmissions(Clerk clerk) {
    this.clerk = clerk;
  }

  @Override
  public void configure() {
    // spotless:off
    from(ENTRANCE).routeId("file-submissions").routeConfigurationId(AskAgainLater.ID)
        .process(Step.with(Submissions.class, clerk::recognise)).id("recognise")
        .process(Step.with(Submissions.class, clerk::check)).id("check")
        .process(Step.with(Submissions.class, clerk::verify)).id("verify")
        .process(Step.with(Submissions.class, clerk::authorise)).id("authorise")
        .process(Step.with(Submissions.class, clerk::file)).id("file");
    // spotless:on
  }
}
