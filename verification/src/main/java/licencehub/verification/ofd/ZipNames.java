package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;

/** The names of one package: each sound, and no two that some reader could take for the same. */
final class ZipNames {
  private static final int LONGEST = 512;
  private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
  private final Set<String> seen = new HashSet<>();

  String add(byte[] bytes) throws Refused {
    String name = decoded(bytes);
    if (!isSound(name)) {
      throw Faults.unsafe(
          "包内路径不安全：" + Faults.shown(name), "the package has an unsafe path: " + Faults.shown(name));
    }
    if (!seen.add(name.toLowerCase(Locale.ROOT))) {
      throw Faults.unsafe(
          "包内有重名文件：" + Faults.shown(name), "the package has a name twice: " + Faults.shown(name));
    }
    return name;
  }

  private static String decoded(byte[] bytes) throws Refused {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Faults.unsafe("包内文件名不是UTF-8", "a name in the package is not UTF-8");
    }
  }

  private static boolean isSound(String name) {
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.indexOf('\\') >= 0
        || name.chars().anyMatch(Character::isISOControl)
        || DRIVE.matcher(name).matches()) {
      return false;
    }
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String step : path.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        return false;
      }
    }
    return true;
  }
}
