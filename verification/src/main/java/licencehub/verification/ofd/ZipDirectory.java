package licencehub.verification.ofd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileBounds;
import licencehub.verification.file.FileSource;

/**
 * The central directory of a ZIP file (PKWARE APPNOTE 6.3), within bounds. What an OFD has no need
 * of is refused: encryption, ZIP64, several disks, methods other than stored and deflated.
 */
record ZipDirectory(List<ZipItem> items, long start) {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int USUAL_ENTRY = 1024;
  private static final int ENCRYPTED = 0x2041;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final long ZIP64 = 0xffffffffL;

  /** Below this a ratio says nothing: text that repeats itself packs that well. */
  private static final long RATIO_FROM = 1024 * 1024;

  static ZipDirectory read(FileSource file, FileBounds bounds) throws IOException, Refused {
    int tail = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
    LittleEndian end = new LittleEndian(file.bytes(file.size() - tail, tail));
    int at = findEnd(end);
    int count = end.half(at + 10);
    long length = end.size(at + 12);
    long start = end.size(at + 16);
    if (end.half(at + 4) != 0 || end.half(at + 6) != 0 || end.half(at + 8) != count) {
      throw Faults.unreadable("分卷压缩包", "a package on several disks");
    }
    if (count > bounds.entries() || length > (long) USUAL_ENTRY * bounds.entries()) {
      throw Faults.beyond(
          "包内文件过多，最多" + bounds.entries() + "个", "more than " + bounds.entries() + " entries");
    }
    if (start + length != file.size() - tail + at) {
      throw Faults.unsafe(
          "中央目录与文件尾之间有其他内容，或为ZIP64",
          "something stands between the central directory and the end, or it is ZIP64");
    }
    List<ZipItem> items = entries(file.bytes(start, (int) length), count);
    bound(items, file.size(), bounds);
    return new ZipDirectory(items, start);
  }

  private static int findEnd(LittleEndian tail) throws Refused {
    int found = -1;
    for (int at = tail.length() - END_LENGTH; at >= 0; at--) {
      if (tail.word(at) == END && at + END_LENGTH + tail.half(at + 20) == tail.length()) {
        if (found >= 0) {
          throw Faults.unsafe("有两个文件尾", "the package has two ends");
        }
        found = at;
      }
    }
    if (found < 0) {
      throw Faults.unreadable("不是完整的OFD（ZIP）包", "not a whole OFD (ZIP) package");
    }
    return found;
  }

  private static List<ZipItem> entries(byte[] bytes, int count) throws Refused {
    LittleEndian directory = new LittleEndian(bytes);
    ZipNames names = new ZipNames();
    List<ZipItem> items = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (at + ENTRY_LENGTH > bytes.length || directory.word(at) != ENTRY) {
        throw damaged();
      }
      int name = directory.half(at + 28);
      int next = at + ENTRY_LENGTH + name + directory.half(at + 30) + directory.half(at + 32);
      if (next > bytes.length) {
        throw damaged();
      }
      directory.checkExtra(at + ENTRY_LENGTH + name, directory.half(at + 30));
      items.add(entry(directory, at, names.add(directory.piece(at + ENTRY_LENGTH, name))));
      at = next;
    }
    if (at != bytes.length) {
      throw damaged();
    }
    return items;
  }

  private static ZipItem entry(LittleEndian directory, int at, String name) throws Refused {
    int flags = directory.half(at + 8);
    int method = directory.half(at + 10);
    long packed = directory.size(at + 20);
    long size = directory.size(at + 24);
    long header = directory.size(at + 42);
    if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
      throw Faults.unreadable(
          "包内有加密或不支持的压缩方式", "an entry is encrypted or packed in an unusual way");
    }
    if (packed == ZIP64 || size == ZIP64 || header == ZIP64 || directory.half(at + 34) != 0) {
      throw Faults.unreadable("不支持ZIP64或分卷", "ZIP64 and several disks are not supported");
    }
    if (method == STORED && packed != size) {
      throw damaged();
    }
    int extra = at + ENTRY_LENGTH + directory.half(at + 28);
    ZipStamp stamp =
        new ZipStamp(
            directory.half(at + 6),
            directory.word(at + 12),
            directory.modified(extra, directory.half(at + 30)));
    return new ZipItem(
        name, method == DEFLATED, flags, directory.word(at + 16), packed, size, stamp, header, -1);
  }

  private static void bound(List<ZipItem> items, long file, FileBounds bounds) throws Refused {
    long all = 0;
    for (ZipItem it : items) {
      all += it.size();
      boolean swollen = it.size() > RATIO_FROM && it.size() / bounds.ratio() > it.packed();
      if (it.size() > bounds.entryBytes() || swollen) {
        throw Faults.beyond(
            "文件" + Faults.shown(it.name()) + "展开后过大",
            Faults.shown(it.name()) + " unpacks to " + it.size() + " bytes");
      }
      if (it.folder() && it.size() != 0) {
        throw Faults.unsafe("目录项含有内容", "a folder has content");
      }
    }
    if (all > Math.max(bounds.entryBytes(), file * bounds.ratio())) {
      throw Faults.beyond("展开后总量过大", "the package unpacks to " + all + " bytes");
    }
  }

  static Refused damaged() {
    return Faults.unreadable("包结构已损坏", "the package's structure is damaged");
  }
}
