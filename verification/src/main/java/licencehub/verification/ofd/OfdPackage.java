package licencehub.verification.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileBounds;
import licencehub.verification.file.FileSource;
import licencehub.verification.file.Hash;

/**
 * The entries of one package. What is read whole (structure, seals) is read once and kept; the rest
 * only passes through a digest, once per kind of digest.
 */
public final class OfdPackage implements AutoCloseable {
  /** The largest entry that is ever held in memory. */
  private static final int LARGEST_HELD = 4 * 1024 * 1024;

  private static final long MOST_HELD = 16L * 1024 * 1024;

  private final Map<String, ZipItem> items;
  private final ZipUnpacker unpacker;
  private final Xml xml;
  private final Map<String, byte[]> held = new HashMap<>();
  private final Map<Digested, byte[]> digests = new HashMap<>();

  private long heldBytes;

  private record Digested(String name, Hash hash) {}

  private OfdPackage(Map<String, ZipItem> items, ZipUnpacker unpacker, Xml xml) {
    this.items = items;
    this.unpacker = unpacker;
    this.xml = xml;
  }

  public static OfdPackage open(FileSource file, FileBounds bounds, Deadline deadline)
      throws IOException, Refused {
    Map<String, ZipItem> items = ZipLayout.check(ZipDirectory.read(file, bounds), file);
    return new OfdPackage(items, new ZipUnpacker(file, deadline), new Xml(bounds.depth()));
  }

  Collection<ZipItem> items() {
    return items.values();
  }

  /** The entry of this exact name, which has to be there. */
  public ZipItem item(String name) throws Refused {
    ZipItem item = items.get(name);
    if (item == null) {
      throw Faults.unreadable(
          "包内缺少文件" + Faults.shown(name), "the package lacks " + Faults.shown(name));
    }
    return item;
  }

  /**
   * The entry a location (ST_Loc, GB/T 33190 section 7.3) names: from the root, or from the folder
   * of the file it stands in. Some makers leave the leading slash out, so the root comes second.
   *
   * @param from the name of the file the location stands in
   */
  public Optional<ZipItem> find(String location, String from) {
    if (location.startsWith("/")) {
      return Optional.ofNullable(items.get(normal(location)));
    }
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    return Optional.ofNullable(items.get(normal(folder + location)))
        .or(() -> Optional.ofNullable(items.get(normal(location))));
  }

  /** The same for a location that has to lead somewhere. */
  public ZipItem required(String location, String from) throws Refused {
    return find(location, from)
        .orElseThrow(
            () ->
                Faults.unreadable(
                    "包内缺少文件" + Faults.shown(location),
                    "the package lacks " + Faults.shown(location)));
  }

  /** The bytes of a small entry. */
  byte[] bytes(ZipItem item) throws IOException, Refused {
    byte[] before = held.get(item.name());
    if (before != null) {
      return before;
    }
    heldBytes += item.size();
    if (item.size() > LARGEST_HELD || heldBytes > MOST_HELD) {
      throw Faults.beyond(
          "文件" + Faults.shown(item.name()) + "过大",
          Faults.shown(item.name()) + " is too large for what it is");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream((int) item.size());
    unpacker.unpack(item, (bytes, length) -> out.write(bytes, 0, length));
    held.put(item.name(), out.toByteArray());
    return out.toByteArray();
  }

  /** The bytes of an entry that is needed once; the caller has looked at its size. */
  public byte[] whole(ZipItem item) throws IOException, Refused {
    ByteArrayOutputStream out = new ByteArrayOutputStream((int) item.size());
    unpacker.unpack(item, (bytes, length) -> out.write(bytes, 0, length));
    return out.toByteArray();
  }

  public XmlElement xml(ZipItem item) throws IOException, Refused {
    return xml.parse(bytes(item), item.name());
  }

  byte[] digest(ZipItem item, Hash hash) throws IOException, Refused {
    Digested key = new Digested(item.name(), hash);
    byte[] before = digests.get(key);
    if (before != null) {
      return before;
    }
    MessageDigest digest = hash.start();
    byte[] whole = held.get(item.name());
    if (whole == null) {
      unpacker.unpack(item, (bytes, length) -> digest.update(bytes, 0, length));
    } else {
      digest.update(whole);
    }
    byte[] result = digest.digest();
    digests.put(key, result);
    return result;
  }

  /** Hands an entry on piece by piece. */
  void copy(ZipItem item, ZipUnpacker.Sink sink) throws IOException, Refused {
    unpacker.unpack(item, sink);
  }

  private static String normal(String location) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : location.split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  @Override
  public void close() {
    unpacker.close();
  }
}
