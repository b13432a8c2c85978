package licencehub.verification.ofd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.model.Finding;
import licencehub.verification.envelope.Bounds;
import licencehub.verification.envelope.Cms;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileBounds;
import licencehub.verification.file.FileContents;
import licencehub.verification.file.FileSignature;
import licencehub.verification.file.FileSource;
import licencehub.verification.x509.Certificates;

/** Takes an OFD apart and decides everything about its signatures that needs no trust. */
public final class OfdReader {
  /** The checks this engine answers for every signature, in this order. */
  public static final List<String> CHECKS =
      Stream.concat(Stream.of("references", "coverage"), SignedValue.CHECKS.stream()).toList();

  private static final String ROOT = "OFD.xml";

  private final FileBounds bounds;
  private final Certificates certificates;
  private final Cms cms;

  public OfdReader(FileBounds bounds, Certificates certificates) {
    this.bounds = bounds;
    this.certificates = certificates;
    this.cms = new Cms(Bounds.USUAL, certificates);
  }

  public FileContents read(FileSource file, Deadline deadline) throws IOException, Refused {
    try (OfdPackage pack = OfdPackage.open(file, bounds, deadline)) {
      XmlElement root = pack.xml(pack.item(ROOT));
      List<XmlElement> bodies = root.children("DocBody");
      if (!root.is("OFD") || bodies.size() != 1) {
        throw Faults.unreadable("OFD.xml须恰含一个文档", "OFD.xml must have exactly one document");
      }
      List<FileSignature> signatures = signatures(pack, bodies.get(0));
      Optional<XmlElement> info = bodies.get(0).child("DocInfo");
      return new FileContents(
          "OFD " + file.size() + " B, " + pack.items().size() + " entries",
          info.flatMap(it -> it.textOf("DocID")).orElse(""),
          info.map(OfdReader::entries).orElse(Map.of()),
          signatures);
    }
  }

  private List<FileSignature> signatures(OfdPackage pack, XmlElement body)
      throws IOException, Refused {
    Optional<String> place = body.textOf("Signatures");
    if (place.isEmpty()) {
      return List.of();
    }
    ZipItem list = pack.required(place.get(), ROOT);
    List<XmlElement> entries = pack.xml(list).children("Signature");
    if (entries.size() > bounds.signatures()) {
      throw Faults.beyond(
          "签名过多，最多" + bounds.signatures() + "个",
          "more than " + bounds.signatures() + " signatures");
    }
    List<Listed> all = new ArrayList<>();
    Set<String> free = new HashSet<>(Set.of(list.name()));
    for (XmlElement it : entries) {
      Listed one = Listed.of(pack, it, list.name());
      free.add(one.file().name());
      free.add(one.value().name());
      one.seal().filter(seal -> one.sealed()).ifPresent(seal -> free.add(seal.name()));
      all.add(one);
    }
    List<FileSignature> found = new ArrayList<>();
    for (Listed it : all) {
      found.add(signature(pack, it, free));
    }
    return found;
  }

  private FileSignature signature(OfdPackage pack, Listed listed, Set<String> free)
      throws IOException, Refused {
    References references = new References(pack, listed);
    List<Finding> checks = new ArrayList<>();
    checks.add(references.digests());
    checks.add(references.coverage(free));
    FileSignature value = new SignedValue(pack, listed, certificates, cms).read();
    checks.addAll(value.checks());
    return new FileSignature(checks, value.claim(), value.covered(), value.seal());
  }

  /** CustomDatas by name; the misspelt element is written by a system in use. */
  private static Map<String, List<String>> entries(XmlElement info) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (XmlElement list : info.children()) {
      if (list.is("CustomDatas") || list.is("CuslomDatas")) {
        for (XmlElement it : list.children()) {
          if (it.is("CustomData") || it.is("CuslomData")) {
            all.computeIfAbsent(it.attribute("Name").orElse(""), x -> new ArrayList<>())
                .add(it.text());
          }
        }
      }
    }
    return all;
  }
}
