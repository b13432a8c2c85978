package licencehub.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import licencehub.verification.PageDrawing.Drawn;
import licencehub.verification.PageDrawing.Omission;

/** A page of an OFD with whatever stands on it, and its picture looked at by millimetres. */
final class Sketch {
  static final PageDrawer DRAWER = PageDrawer.installed(FileLimits.USUAL);
  private static final String SPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private String common = "";
  private String resources = "";
  private String box = "0 0 100 100";
  private String page = "";
  private String after = "";

  Sketch box(String it) {
    box = it;
    return this;
  }

  /** Objects of the page's layer. */
  Sketch objects(String... all) {
    return page(
        "<ofd:Content><ofd:Layer ID=\"9\">" + String.join("", all) + "</ofd:Layer></ofd:Content>");
  }

  Sketch page(String it) {
    page = page + it;
    return this;
  }

  Sketch common(String it) {
    common = it;
    return this;
  }

  /** What follows the pages in the document. */
  Sketch after(String it) {
    after = it;
    return this;
  }

  Sketch resources(String it) {
    resources = it;
    return this;
  }

  Sketch entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  Sketch entry(String name, String content) {
    return entry(name, content.replaceFirst("(<ofd:\\w+)", "$1" + SPACE).getBytes(UTF_8));
  }

  Path write(Path folder, String name) {
    entry(
        "OFD.xml",
        "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
    entry(
        "Doc_0/Document.xml",
        "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
            + box
            + "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes>"
            + common
            + "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Page.xml\"/></ofd:Pages>"
            + after
            + "</ofd:Document>");
    entry("Doc_0/Res.xml", "<ofd:Res BaseLoc=\"Res\">" + resources + "</ofd:Res>");
    entry("Doc_0/Page.xml", "<ofd:Page>" + page + "</ofd:Page>");
    return Paper.packed(folder.resolve(name), entries);
  }

  Look look(Path folder) {
    return look(write(folder, "sketch.ofd"), 1);
  }

  PageDrawing draw(Path folder) {
    return DRAWER.draw(write(folder, "sketch.ofd"), 1, "", System::nanoTime);
  }

  static Look look(Path file, int page) {
    return look(DRAWER.draw(file, page, "", System::nanoTime));
  }

  static Look look(PageDrawing drawing) {
    if (!(drawing instanceof Drawn drawn)) {
      throw new AssertionError(drawing.toString());
    }
    try {
      return new Look(ImageIO.read(new ByteArrayInputStream(drawn.png())), drawn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What every picture with Chinese text lacks on this machine. */
  static List<String> usual() {
    return DRAWER.chineseFont().isPresent() ? List.of() : List.of("chinese-font");
  }

  /** A picture of one colour. */
  static byte[] png(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, colour.getRGB());
      }
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String path(String box, String attributes, String lines, String... colours) {
    return "<ofd:PathObject ID=\"20\" Boundary=\""
        + box
        + "\" "
        + attributes
        + ">"
        + String.join("", colours)
        + "<ofd:AbbreviatedData>"
        + lines
        + "</ofd:AbbreviatedData></ofd:PathObject>";
  }

  static String fill(String value) {
    return "<ofd:FillColor Value=\"" + value + "\"/>";
  }

  /** A picture of a page, six pixels to the millimetre. */
  record Look(BufferedImage image, Drawn drawn) {
    private static final int SCALE = 6;

    Color at(double x, double y) {
      return new Color(image.getRGB((int) (x * SCALE), (int) (y * SCALE)));
    }

    /** How much of a stretch is not white, from 0 to 1. */
    double ink(double x, double y, double width, double height) {
      int inked = 0;
      int all = 0;
      for (int i = (int) (x * SCALE); i < (x + width) * SCALE; i++) {
        for (int j = (int) (y * SCALE); j < (y + height) * SCALE; j++) {
          inked += (image.getRGB(i, j) & 0xffffff) == 0xffffff ? 0 : 1;
          all++;
        }
      }
      return inked / (double) all;
    }

    List<String> omitted() {
      return drawn.omissions().stream().map(Omission::code).toList();
    }
  }
}
