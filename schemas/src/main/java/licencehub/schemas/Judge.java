package licencehub.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One schema, compiled once, together with the words it has for what breaks it. */
final class Judge {
  private static final SchemaRegistry REGISTRY = registry();

  private final JsonNode inlined;
  private final Schema compiled;

  /**
   * @param schema JSON Schema 2020-12 as text
   * @param others the text of a referenced schema by its {@code $id}
   */
  Judge(String schema, UnaryOperator<String> others) {
    inlined = SchemaTree.inlined(SchemaTree.parse(schema), others);
    compiled = REGISTRY.getSchema(SchemaLocation.DOCUMENT, SchemaTree.lean(inlined));
    compiled.initializeValidators();
  }

  /**
   * Everything about {@code value} that breaks the schema; empty when nothing does. Of a value of
   * the wrong type nothing else is said.
   */
  List<Violation> violations(JsonNode value) {
    List<Error> errors = compiled.validate(value);
    if (errors.isEmpty()) {
      return List.of();
    }
    Set<NodePath> wrongType =
        errors.stream()
            .filter(it -> it.getKeyword().equals("type"))
            .map(Error::getInstanceLocation)
            .collect(Collectors.toSet());
    return errors.stream()
        .filter(
            it -> it.getKeyword().equals("type") || !wrongType.contains(it.getInstanceLocation()))
        .map(it -> Violation.of(it, inlined))
        .toList();
  }

  private static SchemaRegistry registry() {
    Dialect dialect = Dialect.builder(Dialects.getDraft202012()).formats(Formats.all()).build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .build();
    return SchemaRegistry.withDefaultDialect(
        dialect, it -> it.schemaCacheEnabled(false).schemaRegistryConfig(config));
  }
}
