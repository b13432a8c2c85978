package licencehub.hub.previews;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import licencehub.model.Text;
import licencehub.verification.PageDrawing;
import licencehub.verification.PageDrawing.Omission;

/**
 * What a worker answers, over its standard output. It has read a file that may have taken it over,
 * so its answer is read as carefully.
 */
final class WorkAnswer {
  private static final int DRAWN = 1;
  private static final int NO_PAGE = 2;
  private static final int UNDRAWABLE = 3;
  private static final int FONT = 4;
  private static final int MOST_OMISSIONS = 20;
  private static final int LONGEST_TEXT = 400;
  private static final int MOST_PAGES = 100_000;
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final Pattern CODE = Pattern.compile("[a-z-]{1,30}");

  private WorkAnswer() {}

  static void write(PageDrawing drawing, DataOutputStream out) throws IOException {
    switch (drawing) {
      case PageDrawing.Drawn it -> {
        out.writeByte(DRAWN);
        out.writeInt(it.pages());
        out.writeByte(it.omissions().size());
        for (Omission one : it.omissions()) {
          out.writeUTF(one.code());
          write(one.text(), out);
          out.writeInt(one.count());
        }
        out.writeInt(it.png().length);
        out.write(it.png());
      }
      case PageDrawing.NoSuchPage it -> {
        out.writeByte(NO_PAGE);
        out.writeInt(it.pages());
      }
      case PageDrawing.Undrawable it -> {
        out.writeByte(UNDRAWABLE);
        write(it.fault().detail(), out);
      }
    }
    out.flush();
  }

  /**
   * @param family empty for none
   */
  static void write(String family, DataOutputStream out) throws IOException {
    out.writeByte(FONT);
    out.writeUTF(family);
    out.flush();
  }

  /**
   * @throws IOException when it is no such answer
   */
  static Preview page(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    return switch (in.readByte()) {
      case DRAWN -> drawn(in);
      case NO_PAGE -> new Preview.NoSuchPage(pages(in));
      case UNDRAWABLE -> new Preview.Failed(text(in));
      default -> throw new IOException("no answer about a page");
    };
  }

  /** The font; empty where there is none. */
  static Optional<String> font(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    if (in.readByte() != FONT) {
      throw new IOException("no answer about a font");
    }
    return Optional.of(shortened(in.readUTF())).filter(it -> !it.isBlank());
  }

  private static Preview drawn(DataInputStream in) throws IOException {
    int pages = pages(in);
    int count = in.readUnsignedByte();
    if (count > MOST_OMISSIONS) {
      throw new IOException("too many omissions");
    }
    List<Omission> omissions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String code = in.readUTF();
      if (!CODE.matcher(code).matches()) {
        throw new IOException("no code");
      }
      omissions.add(new Omission(code, text(in), in.readInt()));
    }
    byte[] png = new byte[in.readInt() == in.available() ? in.available() : 0];
    in.readFully(png);
    if (!Arrays.equals(PNG, Arrays.copyOf(png, PNG.length))) {
      throw new IOException("no picture");
    }
    return new Preview.Made(png, pages, omissions);
  }

  private static int pages(DataInputStream in) throws IOException {
    int pages = in.readInt();
    if (pages < 0 || pages > MOST_PAGES) {
      throw new IOException("no number of pages");
    }
    return pages;
  }

  private static void write(Text text, DataOutputStream out) throws IOException {
    out.writeUTF(text.zh());
    out.writeUTF(text.en());
  }

  private static Text text(DataInputStream in) throws IOException {
    String zh = shortened(in.readUTF());
    String en = shortened(in.readUTF());
    if (zh.isBlank() || en.isBlank()) {
      throw new IOException("no text");
    }
    return Text.of(zh, en);
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()))
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
  }
}
