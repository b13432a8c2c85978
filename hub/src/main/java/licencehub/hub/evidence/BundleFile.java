package licencehub.hub.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import licencehub.model.Digest;

/**
 * A file that says it is an evidence bundle, believed in nothing: the parts are found where the
 * fixed layout has them, and {@link #isExact} tells whether every byte of the file follows from
 * them.
 */
public final class BundleFile {
  private static final int LONGEST_NAME = 64;
  private static final int SIZE_AT = 18;
  private static final int NAME_AT = 26;
  private static final int MOST_HELD = 64 << 20;

  private final Path file;
  private final Map<String, Place> places;

  private record Place(long at, long size) {}

  private BundleFile(Path file, Map<String, Place> places) {
    this.file = file;
    this.places = places;
  }

  /**
   * Finds the parts.
   *
   * @throws NoBundle when it has not the layout of one
   */
  public static BundleFile open(Path file) throws IOException {
    Map<String, Place> places = new LinkedHashMap<>();
    try (FileChannel in = FileChannel.open(file)) {
      long at = 0;
      while (sign(in, at) == StoredZip.LOCAL_SIGN && places.size() <= BundleLayout.ORDER.size()) {
        ByteBuffer head = read(in, at, StoredZip.LOCAL);
        int length = head.getShort(NAME_AT) & 0xffff;
        String name = name(in, at, length);
        long size = head.getInt(SIZE_AT) & 0xffff_ffffL;
        long content = at + StoredZip.LOCAL + length;
        at = content + size;
        if (at > in.size() || places.put(name, new Place(content, size)) != null) {
          throw new NoBundle();
        }
      }
    }
    inOrder(places);
    return new BundleFile(file, places);
  }

  /** It is no bundle, or one that was damaged beyond finding its parts. */
  public static final class NoBundle extends IOException {
    private static final long serialVersionUID = 1L;

    NoBundle() {
      super("not an evidence bundle, or a damaged one");
    }
  }

  public boolean has(String name) {
    return places.containsKey(name);
  }

  /** The whole of a part that is not the licence file. */
  public byte[] bytes(String name) throws IOException {
    Place place = place(name);
    if (place.size() > MOST_HELD) {
      throw new NoBundle();
    }
    try (InputStream in = open(place)) {
      return in.readAllBytes();
    }
  }

  /** Writes a part out, piece by piece. */
  public void copy(String name, OutputStream out) throws IOException {
    try (InputStream in = open(place(name))) {
      in.transferTo(out);
    }
  }

  /** SHA-256 of a part. */
  public Digest digest(String name) throws IOException {
    Place place = place(name);
    return Part.of(name, () -> open(place)).digest();
  }

  /** The parts whose content is not what the list of digests says; empty when all is well. */
  public SortedSet<String> changed() throws IOException {
    String sums = new String(bytes(BundleLayout.SUMS), US_ASCII);
    SortedSet<String> changed = new TreeSet<>();
    for (Part it : parts()) {
      if (!sums.contains(it.digest() + "  " + it.name() + "\n")) {
        changed.add(it.name());
      }
    }
    return changed;
  }

  /** Whether the file is, byte for byte, what its parts make. */
  public boolean isExact() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Comparing comparing = new Comparing(in);
      new Bundle(parts()).writeTo(comparing);
      return comparing.same() && in.read() < 0;
    }
  }

  private List<Part> parts() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, Place> it : places.entrySet()) {
      if (!it.getKey().equals(BundleLayout.SUMS)) {
        parts.add(Part.of(it.getKey(), () -> open(it.getValue())));
      }
    }
    return parts;
  }

  private Place place(String name) throws NoBundle {
    Place place = places.get(name);
    if (place == null) {
      throw new NoBundle();
    }
    return place;
  }

  private InputStream open(Place place) throws IOException {
    FileChannel in = FileChannel.open(file);
    in.position(place.at());
    return new Window(Channels.newInputStream(in), place.size());
  }

  /** The order is part of the layout: what comes twice or elsewhere is none of its parts. */
  private static void inOrder(Map<String, Place> places) throws NoBundle {
    int last = -1;
    boolean first = true;
    for (String name : places.keySet()) {
      int at = first ? -1 : BundleLayout.ORDER.indexOf(name);
      if (first ? !name.equals(BundleLayout.SUMS) : at <= last) {
        throw new NoBundle();
      }
      last = at;
      first = false;
    }
    if (!places.keySet().containsAll(BundleLayout.MANDATORY)) {
      throw new NoBundle();
    }
  }

  private static int sign(FileChannel in, long at) throws IOException {
    return in.size() < at + StoredZip.LOCAL ? 0 : read(in, at, Integer.BYTES).getInt(0);
  }

  private static String name(FileChannel in, long at, int length) throws IOException {
    if (length > LONGEST_NAME) {
      throw new NoBundle();
    }
    return new String(read(in, at + StoredZip.LOCAL, length).array(), US_ASCII);
  }

  private static ByteBuffer read(FileChannel in, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (in.read(bytes, at + bytes.position()) < 0) {
        throw new NoBundle();
      }
    }
    return bytes;
  }
}
