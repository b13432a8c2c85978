package licencehub.hub.copies;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.hub.copies.UseCopy.Annotation;
import licencehub.hub.files.CopyNote;
import licencehub.model.Digest;
import licencehub.sharing.Element;
import licencehub.verification.OfdDocument;
import licencehub.verification.OfdFace;

/** What stands on a use copy, for people and in its metadata. */
final class CopyPage {
  private static final int DOCUMENT_ID = 32;

  private CopyPage() {}

  static OfdDocument of(UseCopy copy) {
    return new OfdDocument(
        documentId(copy), copy.title() + "（加注件）", metadata(copy), face(copy), watermark(copy));
  }

  /** Each making is a document of its own: the same use may be copied again at another time. */
  private static String documentId(UseCopy copy) {
    String making = copy.annotation().code() + " " + copy.annotation().madeAt();
    return Digest.of(making.getBytes(StandardCharsets.UTF_8)).toString().substring(0, DOCUMENT_ID);
  }

  private static Map<String, List<String>> metadata(UseCopy copy) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put(Element.IDENTIFIER.column(), List.of(copy.licence().toString()));
    copy.face()
        .forEach(
            (name, value) ->
                all.put(Element.find(name).map(Element::column).orElse(name), values(name, value)));
    all.put(Element.IDENTIFIER.column(), List.of(copy.licence().toString()));
    Annotation note = copy.annotation();
    all.put(CopyNote.MADE_AT, List.of(CopyNote.written(note.madeAt())));
    all.put(CopyNote.MAKER, List.of(note.maker()));
    all.put(CopyNote.CAUSE, List.of(note.purpose()));
    all.put(CopyNote.EXPIRES, List.of(CopyNote.written(note.expires())));
    return all;
  }

  /** Several holders stand in the metadata one by one. */
  private static List<String> values(String name, String value) {
    boolean several =
        Element.find(name)
            .filter(
                it ->
                    it == Element.HOLDER
                        || it == Element.HOLDER_CODE
                        || it == Element.HOLDER_CODE_TYPE)
            .isPresent();
    return several ? List.of(value.split("、")) : List.of(value);
  }

  private static OfdFace face(UseCopy copy) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Element.IDENTIFIER.zh(), copy.licence().toString());
    fields.putAll(copy.face());
    return new OfdFace(
        copy.title(),
        "加注件 USE COPY",
        fields,
        remarks(copy.annotation()),
        List.of(
            watermark(copy) + "。",
            "本加注件由枢纽电子签章，打印件、截图无效；过期无效。",
            "Sealed by the hub; prints do not count, nor does it after its time."));
  }

  private static Map<String, String> remarks(Annotation note) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("用途", note.purpose());
    all.put("制作者", note.maker() + (note.operator().isBlank() ? "" : "（" + note.operator() + "）"));
    all.put("办件编号", note.caseNumber().toString());
    all.put("制作时间", CopyNote.written(note.madeAt()));
    all.put("有效期截止时间", CopyNote.written(note.expires()));
    all.put("用证码", note.code().grouped());
    all.put("制作枢纽", note.hub().zh() + " " + note.hub().en());
    return all;
  }

  private static String watermark(UseCopy copy) {
    return UseCopy.watermark(copy.annotation().maker(), copy.annotation().purpose());
  }
}
