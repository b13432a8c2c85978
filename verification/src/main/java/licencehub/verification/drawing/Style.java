package licencehub.verification.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.verification.ofd.XmlElement;

/**
 * How an object is drawn: what it says itself, then what its drawing parameters say, then those of
 * its layer (GB/T 33190 section 8.2).
 */
record Style(List<XmlElement> sources) {
  private static final double USUAL_WIDTH = 0.353;
  private static final int OPAQUE = 255;
  private static final int MOST_DASHES = 100;
  private static final List<String> SHADINGS =
      List.of("Pattern", "AxialShd", "RadialShd", "GouraudShd", "LaGourandShd", "LaGouraudShd");

  Style {
    sources = List.copyOf(sources);
  }

  /** For an object inside what this is the style of. */
  Style of(XmlElement object, Resources resources) {
    List<XmlElement> all = new ArrayList<>(List.of(object));
    object.attribute("DrawParam").map(resources::drawParams).ifPresent(all::addAll);
    all.addAll(sources);
    return new Style(all);
  }

  boolean is(String attribute, boolean otherwise) {
    return sources.getFirst().attribute(attribute).map("true"::equals).orElse(otherwise);
  }

  /** The colour of this name; empty for transparent, and for what cannot be drawn. */
  Optional<Color> colour(String name, Optional<Color> otherwise, Allowance allowance) {
    for (XmlElement it : sources) {
      Optional<XmlElement> colour = it.child(name);
      if (colour.isPresent()) {
        return colour(colour.get(), allowance).map(this::faded);
      }
    }
    return otherwise.map(this::faded);
  }

  BasicStroke stroke() {
    double width = find("LineWidth").map(Numbers::of).orElse(USUAL_WIDTH);
    int cap =
        switch (find("Cap").orElse("Butt")) {
          case "Round" -> BasicStroke.CAP_ROUND;
          case "Square" -> BasicStroke.CAP_SQUARE;
          default -> BasicStroke.CAP_BUTT;
        };
    int join =
        switch (find("Join").orElse("Miter")) {
          case "Round" -> BasicStroke.JOIN_ROUND;
          case "Bevel" -> BasicStroke.JOIN_BEVEL;
          default -> BasicStroke.JOIN_MITER;
        };
    double miter = Math.max(1, find("MiterLimit").map(Numbers::of).orElse(4.234));
    double offset = Math.max(0, find("DashOffset").map(Numbers::of).orElse(0.0));
    return new BasicStroke(
        (float) Math.max(0, width), cap, join, (float) miter, dashes(), (float) offset);
  }

  private float @org.jspecify.annotations.Nullable [] dashes() {
    double[] pattern = find("DashPattern").map(Numbers::list).orElse(new double[0]);
    float[] all = new float[pattern.length];
    float sum = 0;
    for (int i = 0; i < pattern.length; i++) {
      all[i] = (float) pattern[i];
      sum += all[i];
      if (all[i] < 0) {
        return null;
      }
    }
    // Dashes finer than can be seen would be many.
    return sum < 0.2 || all.length > MOST_DASHES ? null : all;
  }

  private Optional<String> find(String attribute) {
    return sources.stream().flatMap(it -> it.attribute(attribute).stream()).findFirst();
  }

  private Color faded(Color colour) {
    int alpha = level(Numbers.of(sources.getFirst(), "Alpha", OPAQUE));
    return alpha == OPAQUE
        ? colour
        : new Color(
            colour.getRed(),
            colour.getGreen(),
            colour.getBlue(),
            colour.getAlpha() * alpha / OPAQUE);
  }

  /** Gray, RGB or CMYK, told apart by how many components there are. */
  private static Optional<Color> colour(XmlElement colour, Allowance allowance) {
    Optional<String> value = colour.attribute("Value");
    if (colour.children().stream().anyMatch(it -> SHADINGS.contains(it.name()))
        || value.isEmpty()) {
      allowance.leaveOut(Gap.FILL);
      return Optional.empty();
    }
    double[] parts = Numbers.list(value.get());
    int alpha = level(Numbers.of(colour, "Alpha", OPAQUE));
    return switch (parts.length) {
      case 1 -> Optional.of(rgb(parts[0], parts[0], parts[0], alpha));
      case 3 -> Optional.of(rgb(parts[0], parts[1], parts[2], alpha));
      case 4 -> {
        double light = (OPAQUE - parts[3]) / OPAQUE;
        yield Optional.of(
            rgb(
                (OPAQUE - parts[0]) * light,
                (OPAQUE - parts[1]) * light,
                (OPAQUE - parts[2]) * light,
                alpha));
      }
      default -> {
        allowance.leaveOut(Gap.FILL);
        yield Optional.empty();
      }
    };
  }

  private static Color rgb(double red, double green, double blue, int alpha) {
    return new Color(level(red), level(green), level(blue), alpha);
  }

  private static int level(double value) {
    return (int) Math.round(Math.clamp(value, 0, OPAQUE));
  }
}
