package licencehub.verification.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.ofd.XmlElement;

/**
 * Draws the objects of layers: text, paths, pictures, and groups of them (GB/T 33190 sections 7.7,
 * 9 to 13). What is wrong with one object does not keep the others from being drawn.
 */
final class ObjectPainter {
  private final Graphics2D graphics;
  private final Resources resources;
  private final TextPainter text;
  private final Allowance allowance;

  /**
   * @param graphics in millimetres of the page
   */
  ObjectPainter(Graphics2D graphics, Resources resources, Fonts fonts, Allowance allowance) {
    this.graphics = graphics;
    this.resources = resources;
    this.text = new TextPainter(resources, fonts, allowance);
    this.allowance = allowance;
  }

  /** All layers of a page or template that have this type, in their order. */
  void layers(XmlElement page) throws IOException, Refused {
    for (String type : List.of("Background", "Body", "Foreground")) {
      for (XmlElement content : page.children("Content")) {
        for (XmlElement layer : content.children("Layer")) {
          if (layer.attribute("Type").orElse("Body").equals(type)) {
            group(layer, new Style(List.of()));
          }
        }
      }
    }
  }

  /** What stands in a layer, a block, or the appearance of an annotation. */
  void group(XmlElement group, Style around) throws IOException, Refused {
    allowance.enter();
    Style style = around.of(group, resources);
    for (XmlElement object : group.children()) {
      allowance.pay(1);
      if (object.attribute("Visible").map(it -> !it.equals("false")).orElse(true)) {
        object(object, style);
      }
    }
    allowance.leave();
  }

  private void object(XmlElement object, Style around) throws IOException, Refused {
    Shape clip = graphics.getClip();
    AffineTransform before = graphics.getTransform();
    try {
      switch (object.name()) {
        case "TextObject", "PathObject", "ImageObject", "CompositeObject" -> placed(object, around);
        case "PageBlock", "Layer" -> group(object, around);
        case "Actions", "Clips" -> {}
        default -> allowance.leaveOut(Gap.OBJECT);
      }
    } catch (IllegalArgumentException e) {
      allowance.leaveOut(Gap.OBJECT);
    } finally {
      graphics.setTransform(before);
      graphics.setClip(clip);
    }
  }

  private void placed(XmlElement object, Style around) throws IOException, Refused {
    Rectangle2D.Double box = Numbers.box(object.attribute("Boundary").orElse(""));
    Optional<AffineTransform> matrix = object.attribute("CTM").map(Numbers::matrix);
    graphics.translate(box.x, box.y);
    Optional<XmlElement> clips = object.child("Clips");
    boolean moved = clips.flatMap(it -> it.attribute("TransFlag")).map("true"::equals).orElse(true);
    if (clips.isPresent() && !moved) {
      clip(clips.get());
    }
    matrix.ifPresent(graphics::transform);
    if (clips.isPresent() && moved) {
      clip(clips.get());
    }
    Style style = around.of(object, resources);
    switch (object.name()) {
      case "TextObject" -> text(object, style);
      case "PathObject" -> path(object, style);
      case "ImageObject" -> image(object, style, matrix.isPresent() ? null : box);
      default -> composite(object, style);
    }
  }

  private void text(XmlElement object, Style style) throws IOException, Refused {
    Optional<Color> fill =
        style.is("Fill", true)
            ? style.colour("FillColor", Optional.of(Color.BLACK), allowance)
            : Optional.empty();
    Optional<Color> line =
        style.is("Stroke", false)
            ? style.colour("StrokeColor", Optional.of(Color.BLACK), allowance)
            : Optional.empty();
    text.paint(object, letter -> ink(letter, fill, line, style));
  }

  private void path(XmlElement object, Style style) throws Refused {
    Shape shape = shape(object);
    Optional<Color> fill =
        style.is("Fill", false)
            ? style.colour("FillColor", Optional.empty(), allowance)
            : Optional.empty();
    Optional<Color> line =
        style.is("Stroke", true)
            ? style.colour("StrokeColor", Optional.of(Color.BLACK), allowance)
            : Optional.empty();
    ink(shape, fill, line, style);
  }

  private Path2D.Double shape(XmlElement path) throws Refused {
    boolean even = path.attribute("Rule").orElse("").equals("Even-Odd");
    String lines = path.textOf("AbbreviatedData").orElse("");
    return PathShape.read(lines, even ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO, allowance);
  }

  private void ink(Shape shape, Optional<Color> fill, Optional<Color> line, Style style) {
    fill.ifPresent(
        it -> {
          graphics.setColor(it);
          graphics.fill(shape);
        });
    line.ifPresent(
        it -> {
          graphics.setColor(it);
          graphics.setStroke(style.stroke());
          graphics.draw(shape);
        });
  }

  /** A picture fills the unit square, which the matrix makes as large as it shows. */
  private void image(
      XmlElement object, Style style, Rectangle2D.@org.jspecify.annotations.Nullable Double box)
      throws IOException, Refused {
    byte[] bytes = resources.media(object.attribute("ResourceID").orElse(""));
    Optional<BufferedImage> image =
        bytes == null ? Optional.empty() : Pictures.read(bytes, allowance);
    if (image.isEmpty()) {
      allowance.leaveOut(Gap.IMAGE);
      return;
    }
    if (box != null) {
      graphics.scale(box.width, box.height);
    }
    Ink.picture(graphics, image.get(), Numbers.of(style.sources().getFirst(), "Alpha", 255) / 255);
  }

  private void composite(XmlElement object, Style style) throws IOException, Refused {
    Optional<XmlElement> content =
        object.attribute("ResourceID").flatMap(resources::find).flatMap(it -> it.child("Content"));
    if (content.isEmpty()) {
      allowance.leaveOut(Gap.OBJECT);
      return;
    }
    group(content.get(), style);
  }

  /** Every clip cuts; within one, areas are joined. */
  private void clip(XmlElement clips) throws Refused {
    for (XmlElement clip : clips.children("Clip")) {
      Area all = new Area();
      for (XmlElement area : clip.children("Area")) {
        Optional<XmlElement> path = area.child("Path");
        if (path.isEmpty()) {
          allowance.leaveOut(Gap.CLIP);
          return;
        }
        Rectangle2D.Double box = Numbers.box(path.get().attribute("Boundary").orElse("0 0 0 0"));
        AffineTransform place =
            area.attribute("CTM").map(Numbers::matrix).orElseGet(AffineTransform::new);
        place.translate(box.x, box.y);
        path.get().attribute("CTM").map(Numbers::matrix).ifPresent(place::concatenate);
        all.add(new Area(place.createTransformedShape(shape(path.get()))));
      }
      graphics.clip(all);
    }
  }
}
