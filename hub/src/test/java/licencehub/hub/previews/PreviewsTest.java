package licencehub.hub.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import licencehub.hub.previews.Misbehaving.Broken;
import licencehub.hub.previews.Misbehaving.Endless;
import licencehub.hub.previews.Misbehaving.Greedy;
import licencehub.hub.previews.Misbehaving.Lying;
import licencehub.hub.previews.Misbehaving.Talkative;
import licencehub.model.Unavailable;
import licencehub.verification.OfdDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers as real processes, the well-behaved one and others. */
class PreviewsTest {
  private static final PreviewLimits SHORT =
      new PreviewLimits(32, Duration.ofSeconds(8), 1, Duration.ZERO, 1 << 20);
  private final Set<ProcessHandle> before = children().collect(Collectors.toSet());
  @TempDir private Path folder;

  @Test
  void a_page_becomes_a_picture_and_nothing_is_left_behind() throws IOException {
    Previews previews = Previews.open(folder.resolve("work"), PreviewLimits.USUAL);
    Preview preview = previews.of(file(), 1, "仅供测试使用");
    assertThat(preview)
        .isInstanceOfSatisfying(
            Preview.Made.class,
            it -> {
              assertThat(it.pages()).isEqualTo(1);
              BufferedImage image = image(it.png());
              assertThat(image.getWidth()).isEqualTo(1260);
              assertThat(ink(image)).isBetween(0.002, 0.5);
            });
    assertThat(previews.of(file(), 2, "")).isEqualTo(new Preview.NoSuchPage(1));
    assertThat(folder.resolve("work")).isEmptyDirectory();
    assertThat(Files.getPosixFilePermissions(folder.resolve("work")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_file_that_cannot_be_drawn_is_said_to_be_so() throws IOException {
    Previews previews = Previews.open(folder.resolve("work"), PreviewLimits.USUAL);
    Path bad = Files.writeString(folder.resolve("bad"), "neither");
    assertThat(previews.of(bad, 1, ""))
        .isInstanceOfSatisfying(
            Preview.Failed.class, it -> assertThat(it.why().zh()).contains("既不是OFD也不是PDF"));
  }

  @Test
  void a_pdf_that_eats_memory_ends_its_worker_and_the_next_page_is_drawn() throws IOException {
    Previews previews = Previews.open(folder.resolve("work"), PreviewLimits.USUAL);
    Path hostile = Files.writeString(folder.resolve("hostile.pdf"), pdf(20_000));
    assertThat(previews.of(hostile, 1, ""))
        .isInstanceOfSatisfying(
            Preview.Failed.class, it -> assertThat(it.why().zh()).contains("已退出"));
    assertThat(previews.of(file(), 1, "")).isInstanceOf(Preview.Made.class);
  }

  @Test
  void a_pdf_whose_picture_cannot_be_is_drawn_with_a_note_below() throws IOException {
    Previews previews = Previews.open(folder.resolve("work"), PreviewLimits.USUAL);
    Path broken = Files.writeString(folder.resolve("broken.pdf"), pdf(60_000));
    assertThat(previews.of(broken, 1, ""))
        .isInstanceOfSatisfying(
            Preview.Made.class,
            it ->
                assertThat(it.omissions())
                    .singleElement()
                    .satisfies(one -> assertThat(one.code()).isEqualTo("object")));
  }

  /** A picture of so many pixels, whose bytes are three. */
  private static String pdf(int edge) {
    return """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R
        /Resources<</XObject<</I 5 0 R>>>>>>endobj
        4 0 obj<</Length 29>>stream
        q 500 0 0 500 0 0 cm /I Do Q
        endstream endobj
        5 0 obj<</Type/XObject/Subtype/Image/Width EDGE/Height EDGE/BitsPerComponent 8
        /ColorSpace/DeviceRGB/Length 3>>stream
        abc
        endstream endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """
        .replace("EDGE", Integer.toString(edge));
  }

  @Test
  void a_worker_that_does_not_end_is_killed() {
    assertThat(failed(Endless.class)).contains("8秒");
    assertThat(workers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {Greedy.class, Broken.class})
  void a_worker_that_dies_takes_nothing_with_it(Class<?> worker) {
    assertThat(failed(worker)).contains("已退出");
    assertThat(workers()).isEmpty();
  }

  @Test
  void a_worker_that_answers_without_end_is_killed() {
    assertThat(failed(Talkative.class)).contains("过大");
    assertThat(workers()).isEmpty();
  }

  @Test
  void an_answer_that_is_no_picture_is_not_handed_on() {
    assertThat(failed(Lying.class)).contains("回答有误");
  }

  @Test
  void more_at_once_than_allowed_are_turned_away() throws InterruptedException {
    Previews previews = previews(Endless.class);
    Thread first = Thread.startVirtualThread(() -> previews.of(file(), 1, ""));
    org.awaitility.Awaitility.await().until(() -> !workers().isEmpty());
    assertThat(previews.of(file(), 1, "")).isInstanceOf(Preview.Crowded.class);
    first.join();
  }

  @Test
  void a_worker_whose_hub_is_gone_ends_by_itself() throws Exception {
    Process orphan =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PreviewWorker.class.getName())
            .start();
    // Half an order, and then silence: whoever gave it is gone.
    try (DataOutputStream out = new DataOutputStream(orphan.getOutputStream())) {
      out.writeUTF("file");
    }
    assertThat(orphan.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(orphan.exitValue()).isNotZero();
  }

  @Test
  void the_font_is_told_by_a_worker_too() {
    assertThat(Previews.open(folder.resolve("work"), PreviewLimits.USUAL).font())
        .isEqualTo(
            licencehub.verification.PageDrawer.installed(licencehub.verification.FileLimits.USUAL)
                .chineseFont());
    assertThatThrownBy(() -> previews(Broken.class).font()).isInstanceOf(Unavailable.class);
  }

  private String failed(Class<?> worker) {
    return switch (previews(worker).of(file(), 1, "")) {
      case Preview.Failed it -> it.why().zh();
      case Preview.Made it -> "made";
      case Preview.NoSuchPage it -> "no page";
      case Preview.Crowded it -> "crowded";
    };
  }

  private Previews previews(Class<?> worker) {
    return new Previews(folder, SHORT, worker.getName());
  }

  /** Processes of this test: servers of others may run as well. */
  private List<ProcessHandle> workers() {
    return children().filter(it -> !before.contains(it)).toList();
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
  }

  private Path file() {
    Path file = folder.resolve("page.ofd");
    new OfdDocument("0123456789abcdef0123456789abcdef", "证照", Map.of(), List.of("食品经营许可证", "第二行"))
        .write(file);
    return file;
  }

  private static BufferedImage image(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double ink(BufferedImage image) {
    int inked = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        inked += (image.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
      }
    }
    return inked / (double) (image.getWidth() * image.getHeight());
  }
}
