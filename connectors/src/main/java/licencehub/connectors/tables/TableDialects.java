package licencehub.connectors.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import licencehub.connectors.Dialect;
import licencehub.connectors.DialectKind;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table dialects the hub knows, each a mapping document of its own. */
public final class TableDialects {
  private static final YAMLMapper YAML = new YAMLMapper();

  private TableDialects() {}

  /** Shandong {@code PRE_APASINFO} and {@code EA_JC_*}. */
  public static final class Shandong implements DialectKind {
    @Override
    public String name() {
      return "shandong";
    }

    @Override
    public Dialect open(
        SourceId source, Organisation department, RegionCode region, ObjectNode overrides) {
      return table(name(), source, department, region, overrides);
    }
  }

  /** Guangdong {@code EX_GDBS_*}. */
  public static final class Guangdong implements DialectKind {
    @Override
    public String name() {
      return "guangdong";
    }

    @Override
    public Dialect open(
        SourceId source, Organisation department, RegionCode region, ObjectNode overrides) {
      return table(name(), source, department, region, overrides);
    }
  }

  /** The national {@code UP_PRO_*} and {@code UP_LIC_DATA}. */
  public static final class National implements DialectKind {
    @Override
    public String name() {
      return "national";
    }

    @Override
    public Dialect open(
        SourceId source, Organisation department, RegionCode region, ObjectNode overrides) {
      return table(name(), source, department, region, overrides);
    }
  }

  /** Guangdong's tables as ExInfo XML documents. */
  public static final class GuangdongExInfo implements DialectKind {
    @Override
    public String name() {
      return "guangdong-exinfo";
    }

    @Override
    public Dialect open(
        SourceId source, Organisation department, RegionCode region, ObjectNode overrides) {
      return new ExInfoDialect(table("guangdong", source, department, region, overrides));
    }
  }

  private static MappedDialect table(
      String name,
      SourceId source,
      Organisation department,
      RegionCode region,
      ObjectNode overrides) {
    ObjectNode document = document(name);
    MergePatch.apply(document, overrides);
    return new MappedDialect(source, new MappingReader(document, department, region).read());
  }

  private static ObjectNode document(String name) {
    String resource = "dialects/" + name + ".yaml";
    try (InputStream in = TableDialects.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
