package licencehub.hub.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import licencehub.library.DataKey;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.model.Unavailable;

/** Keys in two files of a folder, each with a first key made at random when it is needed. */
public final class KeyFolder implements KeySource {
  private final Path folder;
  private final InstantSource clock;

  /**
   * @param folder that nobody but the owner may read
   */
  public KeyFolder(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** What stored documents are encrypted with. */
  public KeyFile data() {
    return file(KeyKind.DATA);
  }

  /** What the search index is made with. */
  public KeyFile index() {
    return file(KeyKind.INDEX);
  }

  /**
   * Makes first keys. A library that is there already has keys: what is missing then is lost, and
   * is not made anew; only the one key of earlier versions is taken over.
   *
   * @param fresh whether there is no library yet
   * @throws Unavailable when a file is missing that a library needs
   */
  public KeyFolder makeMissing(boolean fresh) {
    Path former = folder.resolve("index.key");
    boolean earlier = Files.exists(former);
    if (!data().exists()) {
      mayBeMade(data(), fresh || (earlier && !index().exists()));
      data().add(clock.instant());
    }
    if (!index().exists()) {
      mayBeMade(index(), fresh || earlier);
      if (earlier) {
        takeOver(former);
      } else {
        index().add(clock.instant());
      }
    }
    return this;
  }

  /** What is wrong with the key files of a data folder, in words; empty when a hub can start. */
  public static List<String> faults(Path data) {
    boolean fresh = !Files.exists(data.resolve("library"));
    boolean former = Files.exists(data.resolve("keys").resolve("index.key"));
    List<String> faults = new ArrayList<>();
    for (KeyKind kind : KeyKind.values()) {
      KeyFile file = new KeyFile(data.resolve("keys").resolve(kind.wire() + ".keys"));
      try {
        if (file.exists() || !(fresh || former)) {
          file.read();
        }
      } catch (Unavailable e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    return faults;
  }

  private static void mayBeMade(KeyFile file, boolean may) {
    if (!may) {
      throw file.missing();
    }
  }

  @Override
  public HeldKeys load() {
    List<DataKey> data =
        data().read().stream().map(it -> new DataKey(it.id(), it.secret())).toList();
    List<IndexKey> index =
        index().read().stream().map(it -> new IndexKey(it.id(), it.secret())).toList();
    return new HeldKeys(data, index);
  }

  @Override
  public String origin() {
    return data().file() + "、" + index().file().getFileName();
  }

  @Override
  public boolean isOwn() {
    return true;
  }

  @Override
  public void renew(Set<KeyKind> kinds) {
    for (KeyKind it : kinds) {
      mayBeMade(file(it), file(it).exists());
      file(it).add(clock.instant());
    }
  }

  @Override
  public void retire(KeyKind kind, int number) {
    file(kind).retire(number);
  }

  /** The file of one kind. */
  public KeyFile file(KeyKind kind) {
    return new KeyFile(folder.resolve(kind.wire() + ".keys"));
  }

  /** The one index key of earlier versions. */
  private void takeOver(Path former) {
    try {
      byte[] secret = Base64.getUrlDecoder().decode(Files.readString(former).strip());
      index().add(secret, Files.getLastModifiedTime(former).toInstant());
      Files.delete(former);
    } catch (IOException | IllegalArgumentException e) {
      throw new Unavailable(former.toString(), "读不出 cannot be read: " + e.getClass());
    }
  }
}
