package licencehub.hub.previews;

import java.util.List;
import licencehub.model.Text;
import licencehub.verification.PageDrawing.Omission;

/** What came of asking for a page as a picture. */
public sealed interface Preview {
  /**
   * @param pages how many the file has
   */
  record Made(byte[] png, int pages, List<Omission> omissions) implements Preview {
    public Made {
      omissions = List.copyOf(omissions);
    }
  }

  /** The file has fewer pages. */
  record NoSuchPage(int pages) implements Preview {}

  /** There is no picture of this page, and there will be none. */
  record Failed(Text why) implements Preview {}

  /** Too many are being made now. */
  record Crowded() implements Preview {}
}
