package licencehub.verification.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.ofd.OfdPackage;
import licencehub.verification.ofd.XmlElement;
import licencehub.verification.ofd.ZipItem;
import org.jspecify.annotations.Nullable;

/** Fonts, pictures, drawing parameters and graphics by identifier (GB/T 33190 section 7.9). */
final class Resources {
  private static final int MOST_PARENTS = 8;

  /** Of one picture or font file, packed as it stands in the package. */
  private static final int LARGEST = 24 << 20;

  private final OfdPackage pack;
  private final Allowance allowance;
  private final Map<String, XmlElement> byId = new HashMap<>();
  private final Map<XmlElement, String> folders = new HashMap<>();
  private final Map<String, Optional<Font>> fonts = new HashMap<>();

  Resources(OfdPackage pack, Allowance allowance) {
    this.pack = pack;
    this.allowance = allowance;
  }

  /**
   * Adds what a resource file lists.
   *
   * @param from the name of the file the location stands in
   */
  void add(String location, String from) throws IOException, Refused {
    Optional<ZipItem> item = pack.find(location, from);
    if (item.isEmpty()) {
      allowance.leaveOut(Gap.OBJECT);
      return;
    }
    XmlElement file = pack.xml(item.get());
    String base = file.attribute("BaseLoc").orElse("");
    String name = item.get().name();
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    String place = base.startsWith("/") ? base.substring(1) : folder + base;
    for (XmlElement list : file.children()) {
      for (XmlElement it : list.children()) {
        it.attribute("ID").ifPresent(id -> byId.put(id, it));
        folders.put(it, place.isEmpty() || place.endsWith("/") ? place : place + "/");
      }
    }
  }

  Optional<XmlElement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The drawing parameters of this identifier and those they build on, nearest first. */
  List<XmlElement> drawParams(String id) {
    List<XmlElement> all = new ArrayList<>();
    Optional<XmlElement> next = find(id);
    while (next.isPresent() && all.size() < MOST_PARENTS) {
      all.add(next.get());
      next = next.get().attribute("Relative").flatMap(this::find);
    }
    return all;
  }

  /** The bytes of a picture; null where there is none, or it is too large. */
  byte @Nullable [] media(String id) throws IOException, Refused {
    Optional<XmlElement> media = find(id);
    return media.isEmpty() ? null : file(media.get(), "MediaFile");
  }

  /** What the page calls a font. */
  String fontName(String id) {
    return find(id)
        .map(
            it -> it.attribute("FontName").orElse("") + " " + it.attribute("FamilyName").orElse(""))
        .orElse("");
  }

  /** The font a file brings with it, where it brings one that can be used. */
  Optional<Font> embedded(String id) throws IOException, Refused {
    Optional<Font> before = fonts.get(id);
    if (before != null) {
      return before;
    }
    Optional<Font> font = Optional.empty();
    Optional<XmlElement> described = find(id).filter(it -> it.child("FontFile").isPresent());
    if (described.isPresent()) {
      font = font(file(described.get(), "FontFile"));
      if (font.isEmpty()) {
        allowance.leaveOut(Gap.EMBEDDED_FONT);
      }
    }
    fonts.put(id, font);
    return font;
  }

  private static Optional<Font> font(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)));
    } catch (FontFormatException | IOException | RuntimeException e) {
      // The platform answers damaged fonts with exceptions of many kinds.
      return Optional.empty();
    }
  }

  private byte @Nullable [] file(XmlElement described, String child) throws IOException, Refused {
    Optional<String> location = described.textOf(child);
    if (location.isEmpty()) {
      return null;
    }
    String folder = folders.getOrDefault(described, "");
    Optional<ZipItem> item = pack.find(location.get(), folder + "x");
    return item.isEmpty() || item.get().size() > LARGEST ? null : pack.whole(item.get());
  }
}
