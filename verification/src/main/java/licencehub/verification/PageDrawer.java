package licencehub.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import licencehub.model.Unavailable;
import licencehub.verification.PageDrawing.Omission;
import licencehub.verification.drawing.Allowance;
import licencehub.verification.drawing.Finish;
import licencehub.verification.drawing.Fonts;
import licencehub.verification.drawing.OfdDrawing;
import licencehub.verification.drawing.PagePicture;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import licencehub.verification.pdf.PdfDrawing;

/**
 * Draws pages of licence files. Whatever a hostile file makes it do, it does to the process it runs
 * in: that should be one of its own, with little memory and little time.
 */
public final class PageDrawer {
  private static final int MAGIC = 5;
  private final FileLimits limits;
  private final Fonts fonts;

  private PageDrawer(FileLimits limits, Fonts fonts) {
    this.limits = limits;
    this.fonts = fonts;
  }

  /** With the fonts of this machine. */
  public static PageDrawer installed(FileLimits limits) {
    return new PageDrawer(limits, Fonts.installed());
  }

  /** As on a machine that has no font with Chinese characters. */
  public static PageDrawer withoutFonts(FileLimits limits) {
    return new PageDrawer(limits, Fonts.of(List.of()));
  }

  /** The font Chinese text is drawn with; empty where none is installed. */
  public Optional<String> chineseFont() {
    return fonts.chinese();
  }

  /**
   * @param page from 1
   * @param watermark across the page; empty for none
   * @param nanos a clock that only measures durations
   * @throws Unavailable when the disk does not play along
   */
  public PageDrawing draw(Path file, int page, String watermark, LongSupplier nanos) {
    try {
      Allowance allowance = new Allowance(new Deadline(patience(), nanos));
      PagePicture picture = picture(file, page, new Deadline(patience(), nanos), allowance);
      if (picture.image().isEmpty()) {
        return new PageDrawing.NoSuchPage(picture.pages());
      }
      byte[] png = new Finish(fonts).png(picture.image().get(), watermark, allowance.gaps());
      return new PageDrawing.Drawn(png, picture.pages(), omissions(allowance));
    } catch (Refused e) {
      return new PageDrawing.Undrawable(e.fault());
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    } catch (RuntimeException e) {
      // Whatever hostile bytes make a renderer answer, the file is what is wrong.
      return new PageDrawing.Undrawable(
          Faults.unreadable("文件内容有误，无法绘出", "the file's content is wrong and cannot be drawn")
              .fault());
    }
  }

  private Duration patience() {
    return limits.patience();
  }

  private PagePicture picture(Path file, int page, Deadline deadline, Allowance allowance)
      throws IOException, Refused {
    byte[] magic;
    try (InputStream in = Files.newInputStream(file)) {
      magic = in.readNBytes(MAGIC);
    }
    String start = new String(magic, US_ASCII);
    if (start.startsWith("PK")) {
      return new OfdDrawing(limits.bounds(), deadline, fonts, allowance).draw(file, page);
    }
    if (start.equals("%PDF-")) {
      return new PdfDrawing(allowance).draw(file, page);
    }
    throw Faults.unreadable("既不是OFD也不是PDF", "neither OFD nor PDF");
  }

  private static List<Omission> omissions(Allowance allowance) {
    return allowance.gaps().entrySet().stream()
        .map(it -> new Omission(it.getKey().code(), it.getKey().text(), it.getValue()))
        .toList();
  }
}
