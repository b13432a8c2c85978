package licencehub.hub.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import licencehub.hub.access.Role;
import licencehub.hub.files.Scratch;
import licencehub.hub.files.Scratch.Received;
import licencehub.hub.share.ShareFile;
import licencehub.hub.share.ShareRefusal;
import licencehub.hub.share.ShareStatus;

/** The sharing services under {@code /share/v1}, for clients that were written for them. */
final class ShareEndpoints {
  private final ShareDoor door;
  private final ShareQueries queries;
  private final ShareChecks checks;
  private final ShareFiles files;
  private final Scratch scratch;
  private final RateLimits limits;

  ShareEndpoints(
      ShareDoor door,
      ShareQueries queries,
      ShareChecks checks,
      ShareFiles files,
      Scratch scratch,
      RateLimits limits) {
    this.door = door;
    this.queries = queries;
    this.checks = checks;
    this.files = files;
    this.scratch = scratch;
    this.limits = limits;
  }

  Answer queryCert(Call call) throws IOException {
    return door.enter(call, queries::search);
  }

  Answer queryCertInfo(Call call) throws IOException {
    return door.enter(call, queries::fields);
  }

  Answer downloadFile(Call call) throws IOException {
    return door.enter(call, files::download);
  }

  Answer verifyCertInfo(Call call) throws IOException {
    return door.enter(call, checks::check);
  }

  /** The body is on disk before anybody knows who sent it: addresses have their share of that. */
  Answer verifyFile(Call call) throws IOException {
    Optional<Duration> wait =
        call.caller().role() == Role.APPROVER
            ? Optional.empty()
            : limits.file(call.incoming().address());
    return wait.isPresent()
        ? Gate.later(
            ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.remedy(), wait.get())
        : FileBody.received(call, scratch, it -> ShareDoor.answered(() -> received(call, it)));
  }

  private Answer received(Call call, Received.Whole body) throws IOException {
    Path file = scratch.fresh();
    try {
      ShareFile read = ShareFile.read(body.path(), file);
      return door.admitted(
          call,
          read.request(),
          visit -> {
            String form = visit.request().find("contentType").orElse("base64");
            if (!form.equals("base64")) {
              throw new ShareRefusal(ShareStatus.PARAMETER_WRONG, "contentType");
            }
            if (!read.hasContent()) {
              throw new ShareRefusal(ShareStatus.PARAMETER_MISSING, "content");
            }
            return files.verify(visit, read);
          });
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
