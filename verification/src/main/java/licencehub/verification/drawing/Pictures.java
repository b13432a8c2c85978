package licencehub.verification.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures no larger in memory than a page needs, whatever they say of themselves. */
final class Pictures {
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "gif");

  /** Pixels a picture has at the most once it is read. */
  private static final long MOST_HELD = 4_000_000;

  private static final int LONGEST_EDGE = 60_000;

  private Pictures() {}

  /** Empty where it is no picture, of another format, or too large; nothing large is unpacked. */
  static Optional<BufferedImage> read(byte[] bytes, Allowance allowance) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
            ? bounded(reader, in, allowance)
            : Optional.empty();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // The platform answers damaged pictures with exceptions of many kinds.
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> bounded(
      ImageReader reader, ImageInputStream in, Allowance allowance) throws IOException {
    reader.setInput(in, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    long pixels = (long) width * height;
    if (width > LONGEST_EDGE || height > LONGEST_EDGE || !allowance.affords(pixels)) {
      return Optional.empty();
    }
    int skip = (int) Math.max(1, Math.ceil(Math.sqrt(pixels / (double) MOST_HELD)));
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(skip, skip, 0, 0);
    return Optional.of(reader.read(0, parameters));
  }
}
