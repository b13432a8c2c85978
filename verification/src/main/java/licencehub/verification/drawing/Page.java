package licencehub.verification.drawing;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.ofd.OfdPackage;
import licencehub.verification.ofd.XmlElement;
import licencehub.verification.ofd.ZipItem;

/**
 * One page of a document, with what belongs to it.
 *
 * @param place the document's file
 * @param document its root element
 * @param id of the page
 * @param content its root element
 * @param box in millimetres
 */
record Page(
    String place, XmlElement document, String id, XmlElement content, Rectangle2D.Double box) {
  private static final String ROOT = "OFD.xml";
  private static final String A4 = "0 0 210 297";
  private static final double LONGEST = 5_000;
  private static final double SHORTEST = 1;

  /** The document of a package with exactly one. */
  static ZipItem document(OfdPackage pack) throws IOException, Refused {
    String root =
        pack.xml(pack.item(ROOT))
            .child("DocBody")
            .flatMap(it -> it.textOf("DocRoot"))
            .orElseThrow(() -> Faults.unreadable("OFD.xml缺少DocRoot", "OFD.xml lacks DocRoot"));
    return pack.required(root, ROOT);
  }

  /** Its pages as the document lists them. */
  static List<XmlElement> listed(XmlElement document) {
    return document.child("Pages").map(it -> it.children("Page")).orElse(List.of());
  }

  static Page of(OfdPackage pack, ZipItem file, XmlElement entry) throws IOException, Refused {
    XmlElement document = pack.xml(file);
    String location = entry.attribute("BaseLoc").orElse("");
    XmlElement content = pack.xml(pack.required(location, file.name()));
    Optional<String> own = content.child("Area").flatMap(it -> it.textOf("PhysicalBox"));
    String box =
        own.or(
                () ->
                    document
                        .child("CommonData")
                        .flatMap(it -> it.child("PageArea"))
                        .flatMap(it -> it.textOf("PhysicalBox")))
            .orElse(A4);
    return new Page(file.name(), document, entry.attribute("ID").orElse(""), content, size(box));
  }

  private static Rectangle2D.Double size(String box) throws Refused {
    try {
      Rectangle2D.Double it = Numbers.box(box);
      if (it.width < SHORTEST
          || it.height < SHORTEST
          || it.width > LONGEST
          || it.height > LONGEST) {
        throw Faults.beyond(
            "页面须为1毫米至5米", "a page is between a millimetre and five metres wide and high");
      }
      return it;
    } catch (IllegalArgumentException e) {
      throw Faults.unreadable("页面大小有误", "the size of the page is wrong");
    }
  }
}
