package licencehub.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture in README.md, as a test. */
class ArchitectureTest {
  private static final int MOST_METHODS = 5;
  private static final JavaClasses HUB =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(it -> !it.contains("-tests.jar"))
          .importPackages("licencehub");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "model, -",
        "schemas, model",
        "connectors, model",
        "verification, model",
        "ledger, model",
        "library, model",
        "sharing, model",
        "federation, model verification ledger",
        "routes, model schemas connectors verification ledger library sharing",
      })
  void a_room_opens_only_onto_the_rooms_below(String room, String below) {
    List<String> allowed =
        Stream.concat(Stream.of(room), below == null ? Stream.of() : Stream.of(below.split(" ")))
            .map(it -> "licencehub." + it)
            .toList();
    assertThat(HUB.that(isIn("licencehub." + room))).isNotEmpty();
    classes()
        .that(isIn("licencehub." + room))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "live in " + allowed + " or outside the hub",
                type -> isForeign(type) || allowed.stream().anyMatch(it -> isIn(it).test(type))))
        .check(HUB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"connectors", "verification", "ledger", "library"})
  void engines_stay_behind_the_door(String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage("licencehub." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("licencehub." + room + ".*..")
        .because("neighbours knock at licencehub." + room)
        .check(HUB);
  }

  @ParameterizedTest
  @CsvSource({
    "org.bouncycastle.., verification ledger",
    "org.apache.camel.., routes hub",
    "io.javalin.., hub.http",
    "java.sql.., library connectors",
    "org.apache.kafka.., connectors",
    "co.elastic.., library.elasticsearch",
    "org.elasticsearch.., library.elasticsearch",
    "org.apache.http.., library.elasticsearch",
    "com.zaxxer.., library.postgres connectors",
    "org.apache.sshd.., connectors",
    "org.apache.pdfbox.., verification.pdf",
    "info.picocli.., hub",
    "io.opentelemetry.., routes.trace hub.trace",
  })
  void each_library_has_its_home(String library, String homes) {
    String[] packages =
        Stream.of(homes.split(" ")).map(it -> "licencehub." + it + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(HUB);
  }

  @Test
  void only_the_hub_reads_a_clock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("licencehub.hub..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("time is an argument, so that every judgement can be repeated")
        .check(HUB);
  }

  /** The rules of sharing are functions of what they are given, and of nothing else. */
  @Test
  void the_rules_of_sharing_touch_nothing() {
    classes()
        .that(isIn("licencehub.sharing"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "licencehub.sharing..",
            "licencehub.model..",
            "java.lang..",
            "java.math..",
            "java.text..",
            "java.time..",
            "java.util..",
            "org.jspecify..")
        .check(HUB);
    noClasses()
        .that(isIn("licencehub.sharing"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Random.class)
        .check(HUB);
  }

  @Test
  void no_interface_asks_for_more_than_five_methods() {
    assertThat(
            HUB.stream()
                .filter(it -> it.isInterface() && !it.isAnnotation())
                .filter(
                    it ->
                        it.getMethods().stream()
                                .filter(one -> one.getModifiers().contains(JavaModifier.ABSTRACT))
                                .count()
                            > MOST_METHODS)
                .map(JavaClass::getName))
        .isEmpty();
  }

  @Test
  void no_package_is_part_of_a_circle() {
    slices().matching("licencehub.(**)").should().beFreeOfCycles().check(HUB);
  }

  private static boolean isForeign(JavaClass type) {
    return !type.getPackageName().startsWith("licencehub");
  }

  private static DescribedPredicate<JavaClass> isIn(String name) {
    return DescribedPredicate.describe(
        "are in " + name,
        it -> it.getPackageName().equals(name) || it.getPackageName().startsWith(name + "."));
  }
}
