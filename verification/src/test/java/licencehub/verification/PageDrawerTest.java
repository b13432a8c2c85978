package licencehub.verification;

import static licencehub.verification.Sketch.fill;
import static licencehub.verification.Sketch.path;
import static licencehub.verification.Sketch.png;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.model.Reason;
import licencehub.verification.PageDrawing.NoSuchPage;
import licencehub.verification.PageDrawing.Undrawable;
import licencehub.verification.Sketch.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as pictures, looked at by where there is ink. */
class PageDrawerTest {
  private static final String SQUARE = "M 0 0 L 20 0 L 20 20 L 0 20 C";
  private static final String FILLED = "Fill=\"true\" Stroke=\"false\"";
  @TempDir private Path folder;

  @Test
  void a_sealed_file_shows_its_text_and_its_seal() {
    Look look = Sketch.look(Paper.sealed(folder), 1);
    assertThat(look.image().getWidth()).isEqualTo(1260);
    assertThat(look.image().getHeight()).isGreaterThanOrEqualTo(1782);
    assertThat(look.ink(20, 20, 170, 30)).isBetween(0.005, 0.5);
    assertThat(look.ink(20, 120, 100, 60)).isZero();
    assertThat(look.ink(148, 235, 42, 42)).isBetween(0.02, 0.9);
    assertThat(look.omitted()).isEqualTo(Sketch.usual());
  }

  @Test
  void a_watermark_lies_across_the_page() throws Exception {
    Path file = Paper.unsealed(folder);
    Look plain = Sketch.look(file, 1);
    Look marked =
        Sketch.look(Sketch.DRAWER.draw(file, 1, "仅供测试使用 FOR TESTS ONLY", System::nanoTime));
    assertThat(marked.ink(0, 150, 210, 100)).isGreaterThan(plain.ink(0, 150, 210, 100) + 0.002);
  }

  @Test
  void without_a_chinese_font_the_picture_says_so_below_the_page() {
    PageDrawer bare = PageDrawer.withoutFonts(FileLimits.USUAL);
    String text =
        "<ofd:TextObject ID=\"5\" Font=\"2\" Size=\"10\" Boundary=\"10 10 50 20\">"
            + "<ofd:TextCode X=\"0\" Y=\"10\">A\ud842\udfb7</ofd:TextCode></ofd:TextObject>";
    Path file = new Sketch().objects(text).write(folder, "text.ofd");
    Look look = Sketch.look(bare.draw(file, 1, "", System::nanoTime));
    assertThat(look.image().getHeight()).isGreaterThan(600);
    assertThat(look.omitted()).contains("chinese-font");
    assertThat(look.ink(0, 101, 100, 2)).isPositive();
  }

  @Test
  void paths_are_filled_stroked_and_placed_by_their_matrix() {
    Look look =
        new Sketch()
            .objects(
                path("10 10 20 20", FILLED, SQUARE, fill("255 0 0")),
                path("50 10 40 40", FILLED + " CTM=\"2 0 0 2 0 0\"", SQUARE, fill("0 0 255")),
                path("10 60 20 20", "LineWidth=\"2\"", "M 0 0 L 20 0"),
                path(
                    "40 60 20 20",
                    FILLED,
                    "M 0 10 A 10 10 0 1 1 20 10 A 10 10 0 1 1 0 10 C",
                    fill("0")),
                path(
                    "70 60 20 20",
                    FILLED,
                    "S 0 0 M 0 0 Q 10 20 20 0 B 20 20 0 20 0 0 C",
                    fill("0 255 0")))
            .look(folder);
    assertThat(look.at(20, 20)).isEqualTo(Color.RED);
    assertThat(look.at(85, 45)).isEqualTo(Color.BLUE);
    assertThat(look.at(20, 60)).isEqualTo(Color.BLACK);
    assertThat(look.at(50, 70)).isEqualTo(Color.BLACK);
    assertThat(look.at(41, 61)).isEqualTo(Color.WHITE);
    assertThat(look.ink(70, 60, 20, 20)).isPositive();
    assertThat(look.omitted()).isEmpty();
  }

  @Test
  void drawing_parameters_clips_and_alpha_count() {
    String clip =
        "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary=\"0 0 10 20\"><ofd:AbbreviatedData>"
            + "M 0 0 L 10 0 L 10 20 L 0 20 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>";
    Look look =
        new Sketch()
            .resources(
                "<ofd:DrawParams><ofd:DrawParam ID=\"30\" Relative=\"31\"/><ofd:DrawParam ID=\"31\">"
                    + fill("0 0 255")
                    + "</ofd:DrawParam></ofd:DrawParams>")
            .objects(
                path("10 10 20 20", FILLED + " DrawParam=\"30\"", SQUARE),
                path("40 10 20 20", FILLED, SQUARE, clip, fill("255 0 0")),
                path("70 10 20 20", FILLED + " Alpha=\"0\"", SQUARE, fill("255 0 0")),
                path("70 40 20 20", FILLED + " Visible=\"false\"", SQUARE, fill("255 0 0")))
            .look(folder);
    assertThat(look.at(20, 20)).isEqualTo(Color.BLUE);
    assertThat(look.at(45, 20)).isEqualTo(Color.RED);
    assertThat(look.ink(51, 11, 8, 18)).isZero();
    assertThat(look.ink(66, 5, 30, 60)).isZero();
  }

  @Test
  void pictures_templates_annotations_and_composites_are_drawn() {
    String image =
        "<ofd:ImageObject ID=\"7\" Boundary=\"10 10 20 20\" ResourceID=\"40\" CTM=\"20 0 0 20 0 0\"/>";
    String composite = "<ofd:CompositeObject ID=\"8\" Boundary=\"70 70 20 20\" ResourceID=\"41\"/>";
    Look look =
        new Sketch()
            .entry("Doc_0/Res/p.png", png(5, 5, Color.GREEN))
            .resources(
                "<ofd:MultiMedias><ofd:MultiMedia ID=\"40\" Type=\"Image\"><ofd:MediaFile>p.png</ofd:MediaFile>"
                    + "</ofd:MultiMedia></ofd:MultiMedias><ofd:CompositeGraphicUnits>"
                    + "<ofd:CompositeGraphicUnit ID=\"41\" Width=\"20\" Height=\"20\"><ofd:Content>"
                    + path("0 0 20 20", FILLED, SQUARE, fill("255 0 255"))
                    + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>")
            .common("<ofd:TemplatePage ID=\"3\" BaseLoc=\"T.xml\"/>")
            .entry(
                "Doc_0/T.xml",
                "<ofd:Page><ofd:Content><ofd:Layer>"
                    + path("40 10 20 20", FILLED, SQUARE, fill("0 0 255"))
                    + "</ofd:Layer></ofd:Content></ofd:Page>")
            .page("<ofd:Template TemplateID=\"3\"/>")
            .objects(image, composite)
            .after("<ofd:Annotations>A.xml</ofd:Annotations>")
            .entry(
                "Doc_0/A.xml",
                "<ofd:Annotations><ofd:Page PageID=\"1\"><ofd:FileLoc>N.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>")
            .entry(
                "Doc_0/N.xml",
                "<ofd:PageAnnot><ofd:Annot ID=\"4\"><ofd:Appearance Boundary=\"70 10 20 20\">"
                    + path("0 0 20 20", FILLED, SQUARE, fill("255 0 0"))
                    + "</ofd:Appearance></ofd:Annot></ofd:PageAnnot>")
            .look(folder);
    assertThat(look.at(20, 20)).isEqualTo(Color.GREEN);
    assertThat(look.at(50, 20)).isEqualTo(Color.BLUE);
    assertThat(look.at(80, 20)).isEqualTo(Color.RED);
    assertThat(look.at(80, 80)).isEqualTo(Color.MAGENTA);
    assertThat(look.omitted()).isEmpty();
  }

  @Test
  void what_cannot_be_drawn_is_said_and_the_rest_is_drawn() {
    String gradient =
        "<ofd:FillColor><ofd:AxialShd StartPoint=\"0 0\" EndPoint=\"9 9\"/></ofd:FillColor>";
    Look look =
        new Sketch()
            .resources(
                "<ofd:Fonts><ofd:Font ID=\"2\" FontName=\"X\"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>"
                    + "<ofd:MultiMedias><ofd:MultiMedia ID=\"40\"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>")
            .entry("Doc_0/Res/f.ttf", new byte[] {0, 1, 0, 0})
            .entry("Doc_0/Res/p.png", new byte[] {1, 2, 3})
            .objects(
                path("10 10 20 20", FILLED, SQUARE, gradient),
                path("10 10 20 20", FILLED, "M 0 0 L x", fill("0")),
                path("1e99 10 20 20", FILLED, SQUARE, fill("0")),
                "<ofd:VideoObject/>",
                "<ofd:ImageObject Boundary=\"1 1 5 5\" ResourceID=\"40\"/>",
                "<ofd:TextObject Font=\"2\" Size=\"5\" Boundary=\"1 50 5 5\"><ofd:TextCode X=\"0\" Y=\"5\">a</ofd:TextCode></ofd:TextObject>",
                path("40 10 20 20", FILLED, SQUARE, fill("0 0 255")))
            .look(folder);
    assertThat(look.omitted())
        .containsExactlyInAnyOrder("fill", "object", "image", "embedded-font");
    assertThat(look.at(50, 20)).isEqualTo(Color.BLUE);
    assertThat(look.ink(1, 50, 5, 6)).isPositive();
    assertThat(look.image().getHeight()).isGreaterThan(600);
  }

  @Test
  void a_picture_that_says_it_is_huge_is_left_out_without_being_unpacked() throws Exception {
    byte[] huge = png(4, 4, Color.RED);
    java.nio.ByteBuffer.wrap(huge).putInt(16, 50_000).putInt(20, 50_000);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(huge, 12, 17);
    java.nio.ByteBuffer.wrap(huge).putInt(29, (int) crc.getValue());
    Look look =
        new Sketch()
            .resources(
                "<ofd:MultiMedias><ofd:MultiMedia ID=\"40\"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>")
            .entry("Doc_0/Res/p.png", huge)
            .objects("<ofd:ImageObject Boundary=\"1 1 5 5\" ResourceID=\"40\"/>")
            .look(folder);
    assertThat(look.omitted()).containsExactly("image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 0 1e7 10", "0 0 6000 10", "0 0 0 10", "0 0 10", "a b c d", "0 0 NaN 10"})
  void a_page_of_no_possible_size_is_refused(String box) {
    assertThat(new Sketch().box(box).objects().draw(folder)).isInstanceOf(Undrawable.class);
  }

  @Test
  void a_large_page_is_drawn_smaller() {
    Look look = new Sketch().box("0 0 1200 840").objects().look(folder);
    assertThat(look.image().getWidth()).isEqualTo(2400);
  }

  @Test
  void graphics_that_hold_themselves_are_refused() {
    String itself = "<ofd:CompositeObject ID=\"8\" Boundary=\"0 0 20 20\" ResourceID=\"41\"/>";
    PageDrawing drawing =
        new Sketch()
            .resources(
                "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"41\"><ofd:Content>"
                    + itself.repeat(20)
                    + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>")
            .objects(itself)
            .draw(folder);
    assertThat(drawing)
        .isInstanceOfSatisfying(
            Undrawable.class,
            it -> assertThat(it.fault().reason()).isEqualTo(Reason.FILE_BEYOND_LIMITS));
  }

  @Test
  void a_page_of_too_many_strokes_is_refused() {
    PageDrawing drawing =
        new Sketch()
            .objects(path("0 0 90 90", "", "M 0 0 " + "L 1 1 ".repeat(450_000)))
            .draw(folder);
    assertThat(drawing).isInstanceOf(Undrawable.class);
  }

  @Test
  void time_that_is_up_ends_the_drawing() {
    FileLimits usual = FileLimits.USUAL;
    FileLimits hasty =
        new FileLimits(
            usual.bytes(),
            usual.entries(),
            usual.entryBytes(),
            usual.ratio(),
            usual.depth(),
            usual.signatures(),
            Duration.ofNanos(1));
    Path file = new Sketch().objects(path("0 0 9 9", "", SQUARE)).write(folder, "x.ofd");
    List<Long> clock = new ArrayList<>();
    PageDrawing drawing =
        PageDrawer.withoutFonts(hasty)
            .draw(
                file,
                1,
                "",
                () -> {
                  clock.add(0L);
                  return clock.size() * 10L;
                });
    assertThat(drawing)
        .isInstanceOfSatisfying(
            Undrawable.class,
            it -> assertThat(it.fault().reason()).isEqualTo(Reason.FILE_UNFINISHED));
  }

  @Test
  void a_seal_whose_face_is_an_ofd_itself_is_drawn() throws Exception {
    byte[] face =
        Files.readAllBytes(
            new Sketch()
                .box("0 0 20 20")
                .objects(path("0 0 20 20", FILLED, SQUARE, fill("255 0 0")))
                .write(folder, "face.ofd"));
    SealMaker.Description described =
        new SealMaker.Description(
            "TEST0002",
            "测试",
            Town.YEARS,
            List.of(Paper.department().certificate()),
            new SealPicture("ofd", face, 40, 40));
    ElectronicSeal seal =
        new SealMaker(Paper.MAKER, Town.RANDOM)
            .make(SealForm.GBT38540, described, Town.YEARS.from());
    Path sealed = Paper.sealed(folder, OfdSealer.with(seal, Paper.department(), Town.RANDOM));
    Look look = Sketch.look(sealed, 1);
    assertThat(look.at(170, 257)).isEqualTo(Color.RED);
    assertThat(look.omitted()).isEqualTo(Sketch.usual());
  }

  @Test
  void a_pdf_shows_what_stands_on_its_pages() {
    Path file = PdfPaper.unsigned(folder, true);
    Look look = Sketch.look(file, 2);
    assertThat(look.drawn().pages()).isEqualTo(2);
    double x = 200 / 72.0 * 25.4;
    double y = (792 - 200) / 72.0 * 25.4;
    assertThat(look.at(x, y)).isEqualTo(Color.BLACK);
    assertThat(look.at(10, 10)).isEqualTo(Color.WHITE);
    assertThat(Sketch.DRAWER.draw(file, 3, "", System::nanoTime)).isEqualTo(new NoSuchPage(2));
  }

  @Test
  void what_is_neither_or_damaged_is_refused() throws Exception {
    for (String bytes : List.of("", "hello", "%PDF-1.7 nothing", "PK nothing")) {
      Path file = Files.writeString(folder.resolve("bad"), bytes);
      assertThat(Sketch.DRAWER.draw(file, 1, "", System::nanoTime)).isInstanceOf(Undrawable.class);
    }
  }
}
