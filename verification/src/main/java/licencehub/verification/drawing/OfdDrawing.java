package licencehub.verification.drawing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.FileBounds;
import licencehub.verification.file.FileSource;
import licencehub.verification.ofd.OfdPackage;
import licencehub.verification.ofd.XmlElement;
import licencehub.verification.ofd.ZipItem;

/** Draws a page of an OFD: its templates, its layers, its annotations and its seals. */
public final class OfdDrawing {
  private final FileBounds bounds;
  private final Deadline deadline;
  private final Fonts fonts;
  private final Allowance allowance;

  public OfdDrawing(FileBounds bounds, Deadline deadline, Fonts fonts, Allowance allowance) {
    this.bounds = bounds;
    this.deadline = deadline;
    this.fonts = fonts;
    this.allowance = allowance;
  }

  /**
   * @param page from 1
   */
  public PagePicture draw(Path file, int page) throws IOException, Refused {
    try (FileSource source = FileSource.open(file);
        OfdPackage pack = OfdPackage.open(source, bounds, deadline)) {
      ZipItem document = Page.document(pack);
      List<XmlElement> pages = Page.listed(pack.xml(document));
      if (page > pages.size()) {
        return PagePicture.none(pages.size());
      }
      Page one = Page.of(pack, document, pages.get(page - 1));
      Sheet sheet = Sheet.of(one.box().width, one.box().height);
      Graphics2D graphics = sheet.graphics();
      graphics.translate(-one.box().x, -one.box().y);
      paint(pack, one, graphics);
      graphics.dispose();
      return new PagePicture(Optional.of(sheet.image()), pages.size());
    }
  }

  /**
   * The first page of a picture that is an OFD itself, as the faces of many seals are.
   *
   * @param graphics where its page fills the unit square
   */
  void inset(Path file, Graphics2D graphics) throws IOException, Refused {
    try (FileSource source = FileSource.open(file);
        OfdPackage pack = OfdPackage.open(source, bounds, deadline)) {
      ZipItem document = Page.document(pack);
      List<XmlElement> pages = Page.listed(pack.xml(document));
      if (pages.isEmpty()) {
        allowance.leaveOut(Gap.SEAL);
        return;
      }
      Page one = Page.of(pack, document, pages.getFirst());
      Rectangle2D.Double box = one.box();
      graphics.scale(1 / box.width, 1 / box.height);
      graphics.translate(-box.x, -box.y);
      content(pack, one, graphics);
    }
  }

  private void paint(OfdPackage pack, Page page, Graphics2D graphics) throws IOException, Refused {
    ObjectPainter painter = content(pack, page, graphics);
    annotations(pack, page, graphics, painter);
    new SealPainter(this, allowance).paint(pack, page, graphics);
  }

  private ObjectPainter content(OfdPackage pack, Page page, Graphics2D graphics)
      throws IOException, Refused {
    Resources resources = resources(pack, page);
    ObjectPainter painter = new ObjectPainter(graphics, resources, fonts, allowance);
    templates(pack, page, painter, false);
    painter.layers(page.content());
    templates(pack, page, painter, true);
    return painter;
  }

  private Resources resources(OfdPackage pack, Page page) throws IOException, Refused {
    Resources all = new Resources(pack, allowance);
    Optional<XmlElement> common = page.document().child("CommonData");
    if (common.isPresent()) {
      for (String kind : List.of("PublicRes", "DocumentRes")) {
        for (XmlElement it : common.get().children(kind)) {
          all.add(it.text(), page.place());
        }
      }
    }
    for (XmlElement it : page.content().children("PageRes")) {
      all.add(it.text(), page.place());
    }
    return all;
  }

  private void templates(OfdPackage pack, Page page, ObjectPainter painter, boolean above)
      throws IOException, Refused {
    List<XmlElement> known =
        page.document()
            .child("CommonData")
            .map(it -> it.children("TemplatePage"))
            .orElse(List.of());
    for (XmlElement use : page.content().children("Template")) {
      boolean foreground = use.attribute("ZOrder").orElse("Background").equals("Foreground");
      if (foreground != above) {
        continue;
      }
      String id = use.attribute("TemplateID").orElse("");
      Optional<String> place =
          known.stream()
              .filter(it -> it.attribute("ID").orElse("").equals(id))
              .findFirst()
              .flatMap(it -> it.attribute("BaseLoc"));
      Optional<ZipItem> file = place.flatMap(it -> pack.find(it, page.place()));
      if (file.isEmpty()) {
        allowance.leaveOut(Gap.OBJECT);
      } else {
        painter.layers(pack.xml(file.get()));
      }
    }
  }

  private void annotations(OfdPackage pack, Page page, Graphics2D graphics, ObjectPainter painter)
      throws IOException, Refused {
    Optional<String> place = page.document().textOf("Annotations");
    Optional<ZipItem> list = place.flatMap(it -> pack.find(it, page.place()));
    if (place.isPresent() && list.isEmpty()) {
      allowance.leaveOut(Gap.ANNOTATION);
    }
    if (list.isPresent()) {
      new AnnotationPainter(graphics, painter, allowance).paint(pack, list.get(), page.id());
    }
  }
}
