package licencehub.verification.drawing;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A page, drawn.
 *
 * @param image empty when there is no such page
 * @param pages how many the file has
 */
public record PagePicture(Optional<BufferedImage> image, int pages) {
  public static PagePicture none(int pages) {
    return new PagePicture(Optional.empty(), pages);
  }
}
