package licencehub.library.crypt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several texts in one encrypted value: of each the length in bytes (-1 for none), then UTF-8. */
public final class Fields {
  private Fields() {}

  public static byte[] bytes(@Nullable String... texts) {
    List<byte[]> parts = new ArrayList<>();
    int length = 0;
    for (String text : texts) {
      byte[] part = text == null ? new byte[0] : text.getBytes(UTF_8);
      parts.add(part);
      length += Integer.BYTES + part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (int i = 0; i < texts.length; i++) {
      all.putInt(texts[i] == null ? -1 : parts.get(i).length).put(parts.get(i));
    }
    return all.array();
  }

  /** Reads what {@link #bytes} writes, after it was authenticated. */
  public static List<@Nullable String> texts(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    List<@Nullable String> texts = new ArrayList<>();
    while (all.hasRemaining()) {
      int length = all.getInt();
      if (length < 0) {
        texts.add(null);
      } else {
        texts.add(new String(bytes, all.position(), length, UTF_8));
        all.position(all.position() + length);
      }
    }
    return texts;
  }
}
