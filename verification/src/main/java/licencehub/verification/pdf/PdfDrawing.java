package licencehub.verification.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import licencehub.verification.drawing.Allowance;
import licencehub.verification.drawing.Gap;
import licencehub.verification.drawing.PagePicture;
import licencehub.verification.drawing.Sheet;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws a page of a PDF. PDFBox bounds neither memory nor time here: whoever calls this bounds the
 * process.
 */
public final class PdfDrawing {
  private static final double POINTS_IN_MILLIMETRE = 72 / 25.4;
  private static final double LONGEST = 5_000;
  private final Allowance allowance;

  public PdfDrawing(Allowance allowance) {
    this.allowance = allowance;
  }

  /**
   * @param page from 1
   */
  public PagePicture draw(Path file, int page) throws Refused {
    try {
      return drawn(file, page);
    } catch (IOException e) {
      // PDFBox answers damage with these too.
      throw Faults.unreadable("PDF已损坏，无法绘出", "the PDF is damaged and cannot be drawn");
    }
  }

  private PagePicture drawn(Path file, int page) throws IOException, Refused {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      int pages = document.getNumberOfPages();
      if (page > pages) {
        return PagePicture.none(pages);
      }
      PDPage one = document.getPage(page - 1);
      PDRectangle box = one.getCropBox();
      double width = box.getWidth() / POINTS_IN_MILLIMETRE;
      double height = box.getHeight() / POINTS_IN_MILLIMETRE;
      if (!(width >= 1 && height >= 1 && width <= LONGEST && height <= LONGEST)) {
        throw Faults.beyond(
            "页面须为1毫米至5米", "a page is between a millimetre and five metres wide and high");
      }
      note(one.getResources());
      float scale = (float) (Sheet.scale(width, height) / POINTS_IN_MILLIMETRE);
      BufferedImage image = new Noting(document).renderImage(page - 1, scale);
      return new PagePicture(Optional.of(image), pages);
    }
  }

  /** The renderer goes on after what it cannot draw, and tells nobody but its log. */
  private final class Noting extends PDFRenderer {
    Noting(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void operatorException(
            Operator operator, List<COSBase> operands, IOException exception) throws IOException {
          allowance.leaveOut(Gap.OBJECT);
          super.operatorException(operator, operands, exception);
        }
      };
    }
  }

  /** Pictures in formats the renderer passes over without a word. */
  private void note(PDResources resources) throws IOException {
    if (resources == null) {
      return;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)
          && resources.getXObject(name) instanceof PDImageXObject image
          && ("jpx".equals(image.getSuffix()) || "jb2".equals(image.getSuffix()))) {
        allowance.leaveOut(Gap.IMAGE);
      }
    }
  }
}
