package licencehub.verification.ofd;

import java.io.IOException;
import java.util.Optional;
import licencehub.verification.envelope.Refused;

/**
 * The first page: where a seal's face goes.
 *
 * @param page identifier of the page
 * @param width in millimetres
 * @param height in millimetres
 */
record PageSize(String page, double width, double height) {
  private static final PageSize A4 = new PageSize("1", 210, 297);

  static PageSize of(OfdPackage pack) throws IOException, Refused {
    Optional<String> place =
        pack.xml(pack.item("OFD.xml")).child("DocBody").flatMap(it -> it.textOf("DocRoot"));
    if (place.isEmpty()) {
      return A4;
    }
    XmlElement document = pack.xml(pack.required(place.get(), "OFD.xml"));
    String page =
        document
            .child("Pages")
            .flatMap(it -> it.child("Page"))
            .flatMap(it -> it.attribute("ID"))
            .orElse(A4.page);
    String[] box =
        document
            .child("CommonData")
            .flatMap(it -> it.child("PageArea"))
            .flatMap(it -> it.textOf("PhysicalBox"))
            .orElse("")
            .split(" ", -1);
    try {
      return new PageSize(page, Double.parseDouble(box[2]), Double.parseDouble(box[3]));
    } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
      return new PageSize(page, A4.width, A4.height);
    }
  }
}
