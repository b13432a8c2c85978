package licencehub.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import licencehub.hub.config.ConfigFault;
import licencehub.hub.config.HubSettings;
import licencehub.hub.http.FollowUpHealth;
import licencehub.hub.http.HealthItem;
import licencehub.hub.http.HealthItem.Status;
import licencehub.hub.keys.KeyKeeper;
import licencehub.hub.witness.Cosignatures;
import licencehub.library.Indexing;
import licencehub.library.Library;
import licencehub.library.SearchIndex;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.routes.Sources;
import licencehub.routes.feed.FeedPublisher;
import licencehub.sharing.ChinaTime;
import licencehub.verification.Revocations;
import org.jspecify.annotations.Nullable;

/** Looks at everything the hub depends on and says in words what is wrong. */
final class HubHealth {
  private static final int CROWDED = 4_000;

  private final HubSettings settings;
  private final Library library;
  private final Sources sources;
  private final Verifiers verifiers;
  private final KeyKeeper keys;
  private final @Nullable SearchIndex index;
  private final Cosignatures cosignatures;
  private final @Nullable FeedPublisher feed;
  private final List<Supplier<List<HealthItem>>> others;
  private final FollowedConfig followed;
  private final Upkeep upkeep;
  private final InstantSource clock;

  HubHealth(
      HubSettings settings,
      OpenLibrary opened,
      Upkeep upkeep,
      Sources sources,
      Verifiers verifiers,
      Cosignatures cosignatures,
      @Nullable FeedPublisher feed,
      FollowedConfig followed,
      InstantSource clock,
      List<Supplier<List<HealthItem>>> others) {
    this.followed = followed;
    this.upkeep = upkeep;
    this.settings = settings;
    this.library = opened.library();
    this.sources = sources;
    this.verifiers = verifiers;
    this.keys = opened.keys();
    this.index = opened.index();
    this.cosignatures = cosignatures;
    this.others = List.copyOf(others);
    this.feed = feed;
    this.clock = clock;
  }

  List<HealthItem> items() {
    List<HealthItem> items = new ArrayList<>();
    HealthItem repository = library();
    items.add(repository);
    items.add(journal());
    items.add(disk());
    items.add(keys());
    items.add(configuration());
    if (settings.library().database() != null) {
      items.add(NodeParts.health(library.leases()));
    }
    if (index != null) {
      items.add(search(index.indexing().state()));
    }
    items.addAll(upkeep.health());
    if (repository.status() == Status.UP) { // else nobody can tell what is overdue
      items.addAll(FollowUpHealth.items(library.followUps(), ChinaTime.dayOf(clock.instant())));
    }
    if (feed != null) {
      items.add(FeedParts.health(feed.state()));
    }
    others.forEach(it -> items.addAll(it.get()));
    verifiers.revocationLists().forEach(it -> items.add(revocation(it)));
    cosignatures.standings().forEach(it -> items.add(witness(it)));
    items.addAll(new SourceHealth(sources, settings.health().sourceSilent(), clock).items());
    return items;
  }

  private HealthItem library() {
    try {
      library.outbox().head();
      return HealthItem.fine("library", true);
    } catch (RuntimeException e) {
      String name =
          e instanceof Unavailable ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
      return HealthItem.troubled(
          "library", true, Text.of("共享库不可读：" + name, "cannot be read: " + name));
    }
  }

  private HealthItem journal() {
    int waiting = library.journal().waiting();
    return waiting < CROWDED
        ? HealthItem.fine("journal", true)
        : new HealthItem(
            "journal",
            true,
            Status.DEGRADED,
            Text.of(waiting + " 条等待入库，各来源已放慢", waiting + " entries wait; sources are slowed down"));
  }

  private HealthItem keys() {
    String trouble = keys.trouble();
    if (trouble != null) {
      return HealthItem.troubled("keys", false, Text.of(trouble, trouble));
    }
    long stuck = keys.latest().stuck();
    return HealthItem.of(
        "keys",
        false,
        stuck == 0
            ? null
            : Text.of(
                stuck + " 条内容用自己的密钥打不开：已被改动，请从备份恢复",
                stuck + " rows do not open under their own key: they were changed, restore them"));
  }

  private HealthItem configuration() {
    List<ConfigFault> faults = followed.faults();
    if (faults.isEmpty()) {
      return HealthItem.fine("configuration", false);
    }
    Path file = faults.getFirst().file().getFileName();
    return HealthItem.troubled(
        "configuration",
        false,
        Text.of(
            file + " 等 " + faults.size() + " 处有误，仍按此前的配置运行；请执行 ./licencehub check",
            faults.size()
                + " faults, in "
                + file
                + " first; what was sound before goes on counting. Run ./licencehub check"));
  }

  /** What needs no index goes on without it, so it is never critical. */
  private static HealthItem search(Indexing.State state) {
    String trouble = state.trouble();
    return HealthItem.of("search index", false, trouble == null ? null : Text.of(trouble, trouble));
  }

  private HealthItem disk() {
    Path data = settings.data();
    try {
      long free = Files.getFileStore(data).getUsableSpace();
      return HealthItem.of(
          "disk",
          true,
          free >= settings.health().diskFreeBytes()
              ? null
              : Text.of(
                  data + " 只剩 " + (free >> 20) + " MiB，请清理或扩容",
                  data + " has only " + (free >> 20) + " MiB left; free some or add more"));
    } catch (IOException e) {
      return HealthItem.troubled("disk", true, Text.of("无法读取 " + data, "cannot read " + data));
    }
  }

  private static HealthItem revocation(Revocations.Standing standing) {
    return HealthItem.of("revocation " + standing.source(), false, standing.fault().orElse(null));
  }

  private static HealthItem witness(Cosignatures.Standing standing) {
    return HealthItem.of("witness " + standing.witness(), false, standing.trouble().orElse(null));
  }
}
