package licencehub.hub.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
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
    return new KeyFile(folder.resolve("data.keys"));
  }

  /** What the search index is made with. */
  public KeyFile index() {
    return new KeyFile(folder.resolve("index.keys"));
  }

  /**
   * Makes the files that are missing. One made anew in the place of a lost one does harm to
   * nothing: the library knows its keys and refuses to be opened with others.
   */
  public KeyFolder makeMissing() {
    if (!index().exists()) {
      takeOver(folder.resolve("index.key"));
    }
    if (!data().exists()) {
      data().add(clock.instant());
    }
    return this;
  }

  @Override
  public HeldKeys load() {
    List<DataKey> data =
        data().read().stream().map(it -> new DataKey(it.id(), it.secret())).toList();
    List<IndexKey> index =
        index().read().stream().map(it -> new IndexKey(it.id(), it.secret())).toList();
    if (data.isEmpty() || index.isEmpty()) {
      throw new Unavailable(folder.toString(), "密钥文件是空的，请从备份恢复 A key file is empty: restore it");
    }
    return new HeldKeys(data, index);
  }

  /** The one index key of earlier versions, where there is one. */
  private void takeOver(Path former) {
    try {
      if (Files.exists(former)) {
        byte[] secret = Base64.getUrlDecoder().decode(Files.readString(former).strip());
        index().add(secret, Files.getLastModifiedTime(former).toInstant());
        Files.delete(former);
      } else {
        index().add(clock.instant());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Unavailable(former.toString(), "读不出 cannot be read: " + e.getClass(), e);
    }
  }
}
