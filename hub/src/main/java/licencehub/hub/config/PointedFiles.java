package licencehub.hub.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.verification.Trust;

/** Looks whether the files that settings point to are there and are what they should be. */
final class PointedFiles {
  private static final Pattern FILE = Pattern.compile(".*(File|Store)");
  private final Path home;

  /**
   * @param home the folder relative paths start from
   */
  PointedFiles(Path home) {
    this.home = home;
  }

  /** The folder relative paths start from. */
  Path home() {
    return home;
  }

  /** The path a setting stands for. */
  Path path(Tree setting) {
    return home.resolve(setting.text()).normalize();
  }

  /** The files that fit a path whose last part may hold {@code *}, in the order of their names. */
  List<Path> matching(Tree setting) {
    Path pattern = path(setting);
    if (!setting.text().contains("*")) {
      return List.of(pattern);
    }
    List<Path> found = new ArrayList<>();
    String glob = String.valueOf(pattern.getFileName());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(pattern.getParent(), glob)) {
      files.forEach(found::add);
    } catch (IOException | PatternSyntaxException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  /** A programme as it is started: one with a path from here, one without from the search path. */
  String programme(Tree setting) {
    return setting.text().contains("/") ? path(setting).toString() : setting.text();
  }

  /** A programme with a path must be there. */
  void executable(Tree setting) {
    if (setting.text().contains("/") && exists(setting) && !Files.isExecutable(path(setting))) {
      setting.wrong(
          Text.of("文件不可执行", "the file cannot be executed"),
          Text.of("执行 chmod +x " + path(setting), "run chmod +x " + path(setting)));
    }
  }

  /** At least one file must fit, and each must be a certificate. */
  void certificates(Tree setting) {
    if (!setting.text().contains("*")) {
      certificate(setting);
      return;
    }
    List<Path> found = matching(setting);
    if (found.isEmpty()) {
      setting.wrong(
          Text.of("没有符合的文件", "no file fits"),
          Text.of("把证书放到 " + path(setting), "put certificates at " + path(setting)));
    }
    found.forEach(it -> readable(setting, it));
  }

  void certificate(Tree setting) {
    if (exists(setting)) {
      readable(setting, path(setting));
    }
  }

  /** Whether the file is there and readable; a fault if not. Nothing is said where no path is. */
  boolean exists(Tree setting) {
    if (!setting.node().isString()) {
      return false;
    }
    Path file = path(setting);
    if (Files.isReadable(file) && Files.isRegularFile(file)) {
      return true;
    }
    setting.wrong(
        Text.of("文件不存在或不可读", "the file is missing or not readable"),
        Text.of(
            "放到 " + file + "，或改正路径（相对于配置目录）",
            "put it at " + file + " or correct the path (relative to the configuration folder)"));
    return false;
  }

  /**
   * Every setting whose name ends in {@code File} or {@code Store} names a file that must exist.
   */
  void secrets(Tree settings) {
    for (String key : settings.names()) {
      Tree value = settings.get(key);
      if (FILE.matcher(key).matches()) {
        exists(value);
      } else if (value.node().isObject()) {
        secrets(value);
      }
    }
  }

  private static void readable(Tree setting, Path file) {
    try {
      if (!Trust.certificates(Files.readAllBytes(file)).isEmpty()) {
        return;
      }
    } catch (IOException | MalformedValue e) {
      // Said below, the same way for every cause.
    }
    setting.wrong(
        Text.of(
            "证书读不出：" + file.getFileName(), "the certificate cannot be read: " + file.getFileName()),
        Text.of("应为PEM或DER格式的X.509证书", "it must be an X.509 certificate, PEM or DER"));
  }
}
