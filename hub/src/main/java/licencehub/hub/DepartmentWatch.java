package licencehub.hub;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import licencehub.hub.config.ConfigLoader;
import licencehub.hub.config.Loaded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the configuration folder every two seconds and follows changes of departments, licence
 * types, items, grants and peers. Files with faults are reported and leave everything as it was.
 */
final class DepartmentWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DepartmentWatch.class);
  private static final int SECONDS = 2;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("department-watch").daemon().factory());
  private final Path folder;
  private final SourceKeeper keeper;
  private final FollowedConfig followed;
  private final ScheduledFuture<?> looking;
  private FolderState seen;

  DepartmentWatch(Path folder, SourceKeeper keeper, FollowedConfig followed) {
    this.followed = followed;
    this.folder = folder;
    this.keeper = keeper;
    this.seen = FolderState.of(folder);
    this.looking = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    looking.cancel(false);
    timer.shutdownNow();
  }

  private void look() {
    try {
      FolderState now = FolderState.of(folder);
      if (!now.equals(seen)) {
        seen = now;
        follow();
      }
    } catch (RuntimeException e) {
      LOG.error("the configuration could not be followed: {}", e.toString());
    }
  }

  private void follow() {
    switch (ConfigLoader.load(folder)) {
      case Loaded.Sound sound -> {
        followed.follow(sound.config());
        keeper.follow(sound.config().departments(), sound.config().peers());
        LOG.info("configuration followed");
      }
      case Loaded.Unsound unsound -> {
        followed.refuse(unsound.faults());
        unsound.faults().forEach(it -> LOG.error("configuration not followed: {}", it));
      }
    }
  }
}
