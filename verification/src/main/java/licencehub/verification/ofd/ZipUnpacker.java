package licencehub.verification.ofd;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileSource;

/** Unpacks entries piece by piece, never more of them than they announced. For one thread. */
final class ZipUnpacker implements AutoCloseable {
  private static final int PIECE = 16 * 1024;
  private final FileSource file;
  private final Deadline deadline;
  private final Inflater inflater = new Inflater(true);
  private final byte[] packed = new byte[PIECE];
  private final byte[] piece = new byte[PIECE];

  ZipUnpacker(FileSource file, Deadline deadline) {
    this.file = file;
    this.deadline = deadline;
  }

  /** Where unpacked bytes go; the array is used again afterwards. */
  interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  void unpack(ZipItem item, Sink sink) throws IOException, Refused {
    Checked out = new Checked(item, sink);
    try (InputStream in = file.stream(item.start(), item.packed())) {
      if (item.deflated()) {
        inflate(item, in, out);
      } else {
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          out.take(n);
        }
      }
    }
    out.finish();
  }

  private void inflate(ZipItem item, InputStream in, Checked out) throws IOException, Refused {
    inflater.reset();
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int read = in.read(packed);
          if (read < 0) {
            throw damaged(item);
          }
          inflater.setInput(packed, 0, read);
        }
        int unpacked = inflater.inflate(piece);
        if (unpacked == 0 && inflater.needsDictionary()) {
          throw damaged(item);
        }
        out.take(unpacked);
      }
    } catch (DataFormatException e) {
      throw damaged(item);
    }
    if (inflater.getBytesRead() != item.packed()) {
      throw damaged(item);
    }
  }

  /** Hands on what is in {@code piece}, and holds it against what the entry announced. */
  private final class Checked {
    private final ZipItem item;
    private final Sink sink;
    private final CRC32 crc = new CRC32();
    private long seen;

    Checked(ZipItem item, Sink sink) {
      this.item = item;
      this.sink = sink;
    }

    void take(int length) throws IOException, Refused {
      deadline.check();
      seen += length;
      if (seen > item.size()) {
        throw Faults.unsafe(
            "文件" + Faults.shown(item.name()) + "展开后大于所声明的大小",
            Faults.shown(item.name()) + " unpacks to more than it announced");
      }
      crc.update(piece, 0, length);
      sink.take(piece, length);
    }

    void finish() throws Refused {
      if (seen != item.size() || (int) crc.getValue() != item.crc()) {
        throw damaged(item);
      }
    }
  }

  private static Refused damaged(ZipItem item) {
    return Faults.unreadable(
        "文件" + Faults.shown(item.name()) + "已损坏", Faults.shown(item.name()) + " is damaged");
  }

  @Override
  public void close() {
    inflater.end();
  }
}
