package licencehub.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import licencehub.hub.previews.PreviewLimits;
import licencehub.hub.previews.Previews;
import licencehub.model.Text;
import licencehub.model.Unavailable;

/** Whether pictures of pages can be made on this machine, and with Chinese characters. */
final class DoctorPreviews implements Doctor {
  private static final Text WHAT = Text.of("预览图", "previews");

  @Override
  public List<Finding> look() {
    try {
      // Not the hub's own folder: a running hub has workers there.
      Path folder = Files.createTempDirectory("licencehub-previews");
      try {
        return List.of(found(Previews.open(folder, PreviewLimits.USUAL).font()));
      } finally {
        Files.deleteIfExists(folder);
      }
    } catch (IOException | Unavailable e) {
      return List.of(
          new Finding(
              WHAT,
              Grade.WARNING,
              String.valueOf(e.getMessage()),
              Text.of(
                  "安装 libfreetype6、libfontconfig1，或换用完整的 JDK",
                  "install libfreetype6 and libfontconfig1, or use a whole JDK")));
    }
  }

  private static Finding found(Optional<String> font) {
    return font.isPresent()
        ? Finding.good(WHAT, font.get())
        : new Finding(
            WHAT,
            Grade.WARNING,
            "没有中文字体 no font with Chinese characters",
            Text.of(
                "安装中文字体，例如 apt install fonts-noto-cjk",
                "install a font with Chinese characters, for example apt install fonts-noto-cjk"));
  }
}
