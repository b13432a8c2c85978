package licencehub.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import licencehub.hub.http.FileServices;
import licencehub.hub.keys.KeyMeters;
import licencehub.library.Library;
import licencehub.routes.AttachedFiles;
import licencehub.routes.Clerk;
import licencehub.routes.DueEntries;
import licencehub.routes.FileSubmissions;
import licencehub.routes.Journey;
import licencehub.routes.RecallUses;
import licencehub.routes.RetryQuarantine;
import licencehub.routes.feed.FeedPublisher;
import licencehub.routes.use.OwnEvents;
import licencehub.routes.use.Recalls;
import licencehub.schemas.Catalogue;
import licencehub.sharing.followup.FollowUpPolicy;
import org.apache.camel.RoutesBuilder;
import org.jspecify.annotations.Nullable;

/** The journeys of one hub, and what is measured of them. */
final class HubJourneys {
  private HubJourneys() {}

  static List<RoutesBuilder> of(
      Library library,
      Clerk clerk,
      DueEntries due,
      OwnEvents own,
      FollowUpPolicy followUps,
      InstantSource clock) {
    return List.of(
        new FileSubmissions(clerk),
        new RetryQuarantine(due, library.leases().join("retries")),
        new RecallUses(Recalls.of(library, own, library.leases().join("recalls"))),
        FollowUpParts.journey(library, own, followUps, clock));
  }

  /** What every submission goes through before it is filed, its licence file among it. */
  static Journey journey(
      Catalogue catalogue, Library library, FollowedConfig followed, FileServices files) {
    return new Journey(
        catalogue, new AttachedFiles(library.files(), followed, files.scratch()::fresh));
  }

  static <T extends MeterRegistry> T measured(
      OpenLibrary opened, @Nullable FeedPublisher feed, T metrics) {
    new KeyMeters(opened.keys()).bindTo(metrics);
    NodeParts.measure(opened.library().leases(), metrics);
    if (opened.index() != null) {
      new SearchMeters(opened.index().indexing()).bindTo(metrics);
    }
    if (feed != null) {
      FeedParts.measure(feed, metrics);
    }
    return metrics;
  }
}
