package licencehub.verification.drawing;

import java.util.Locale;
import licencehub.model.Text;

/** What a page has and its picture lacks. Codes are published. */
public enum Gap {
  CHINESE_FONT(
      "本机没有中文字体，汉字以方框代替", "no font with Chinese characters is installed: they show as boxes"),
  EMBEDDED_FONT(
      "内嵌字体不能使用，以本机字体代替", "an embedded font cannot be used: one of this machine stands in"),
  GLYPHS("字形或文字方向特殊，可能与原文不同", "text of a special shape or direction may look different"),
  FILL("渐变或底纹未绘出", "a gradient or pattern is not drawn"),
  CLIP("裁剪区域未生效", "a clip has no effect"),
  IMAGE("图像损坏、过大或格式不支持，未绘出", "an image is damaged, too large or of another format, and not drawn"),
  OBJECT("不支持或有误的图元未绘出", "an object is unsupported or wrong, and not drawn"),
  ANNOTATION("注释未绘出", "an annotation is not drawn"),
  SEAL("印章图案未绘出", "the face of a seal is not drawn");

  private final Text text;

  Gap(String zh, String en) {
    this.text = Text.of(zh, en);
  }

  /** The published code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Text text() {
    return text;
  }
}
