package licencehub.verification.ofd;

import java.time.Instant;
import java.util.List;

/**
 * What a new seal says.
 *
 * @param madeAt when it was made
 * @param from when it may first be used
 * @param to when it may last be used
 * @param certificates DER of those who may use it
 * @param picture its face, in the format {@code pictureType} names, such as png
 * @param width of its face in millimetres
 * @param height of its face in millimetres
 */
public record SealFacts(
    String identifier,
    String name,
    Instant madeAt,
    Instant from,
    Instant to,
    List<byte[]> certificates,
    String pictureType,
    byte[] picture,
    int width,
    int height) {
  public SealFacts {
    certificates = List.copyOf(certificates);
  }
}
