package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileSource;

/**
 * Makes sure that the entries of the central directory, one after the other, are the whole package.
 * Readers that go by the local headers must see the same: an entry the directory does not list, two
 * that share their bytes, or anything between them would be a second document in one file.
 */
final class ZipLayout {
  private static final int HEADER = 0x04034b50;
  private static final int HEADER_LENGTH = 30;
  private static final int DEFLATED = 8;

  /** The flags that change how an entry is read: encryption, descriptor, character set. */
  private static final int MEANING = 0x2849;

  private static final int DESCRIPTOR = 0x08074b50;
  private static final int PLAIN_DESCRIPTOR = 12;
  private static final int SIGNED_DESCRIPTOR = 16;
  private static final int LONG_DESCRIPTOR = 24;
  private final FileSource file;

  private ZipLayout(FileSource file) {
    this.file = file;
  }

  /** The entries by name, each with the place of its bytes. */
  static Map<String, ZipItem> check(ZipDirectory directory, FileSource file)
      throws IOException, Refused {
    List<ZipItem> sorted = new ArrayList<>(directory.items());
    sorted.sort(Comparator.comparingLong(ZipItem::header));
    ZipLayout layout = new ZipLayout(file);
    Map<String, ZipItem> placed = new LinkedHashMap<>();
    long next = 0;
    for (int i = 0; i < sorted.size(); i++) {
      ZipItem item = sorted.get(i);
      if (item.header() != next) {
        throw hidden();
      }
      next = i + 1 < sorted.size() ? sorted.get(i + 1).header() : directory.start();
      placed.put(item.name(), layout.place(item, next));
    }
    if (next != directory.start()) {
      throw hidden();
    }
    return placed;
  }

  private ZipItem place(ZipItem item, long next) throws IOException, Refused {
    LittleEndian header = new LittleEndian(file.bytes(item.header(), HEADER_LENGTH));
    int name = header.half(26);
    int extra = header.half(28);
    long start = item.header() + HEADER_LENGTH + name + extra;
    LittleEndian rest = new LittleEndian(file.bytes(item.header() + HEADER_LENGTH, name + extra));
    rest.checkExtra(name, extra);
    if (header.word(0) != HEADER
        || !Arrays.equals(rest.piece(0, name), item.name().getBytes(UTF_8))
        || header.half(8) != (item.deflated() ? DEFLATED : 0)
        || ((header.half(6) ^ item.flags()) & MEANING) != 0
        || !item.stamp().agrees(stamp(header, rest, name, extra))) {
      throw disagree(item);
    }
    check(item, header, start, next);
    return item.at(start);
  }

  private static ZipStamp stamp(LittleEndian header, LittleEndian rest, int name, int extra) {
    return new ZipStamp(header.half(4), header.word(10), rest.modified(name, extra));
  }

  private void check(ZipItem item, LittleEndian header, long start, long next)
      throws IOException, Refused {
    long rest = next - start - item.packed();
    if (item.described()) {
      describe(item, start + item.packed(), rest);
    } else if (rest != 0) {
      throw hidden();
    } else if (header.word(14) != item.crc()
        || header.size(18) != item.packed()
        || header.size(22) != item.size()) {
      throw disagree(item);
    }
  }

  private void describe(ZipItem item, long at, long length) throws IOException, Refused {
    if (length != PLAIN_DESCRIPTOR && length != SIGNED_DESCRIPTOR && length != LONG_DESCRIPTOR) {
      throw hidden();
    }
    LittleEndian descriptor = new LittleEndian(file.bytes(at, (int) length));
    boolean signed = length != PLAIN_DESCRIPTOR;
    int crc = signed ? 4 : 0;
    int second = length == LONG_DESCRIPTOR ? crc + 12 : crc + 8;
    if ((signed && descriptor.word(0) != DESCRIPTOR)
        || descriptor.word(crc) != item.crc()
        || descriptor.size(crc + 4) != item.packed()
        || descriptor.size(second) != item.size()) {
      throw disagree(item);
    }
  }

  private static Refused hidden() {
    return Faults.unsafe(
        "包内有目录未列出或互相重叠的内容",
        "the package has content its directory does not list, or that overlaps");
  }

  private static Refused disagree(ZipItem item) {
    return Faults.unsafe(
        "文件" + Faults.shown(item.name()) + "的两处描述不一致",
        "local header and directory disagree about " + Faults.shown(item.name()));
  }
}
