package licencehub.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.Text;

/** Reads files dropped into a folder of this machine. */
public final class FolderConnector implements Connector {
  private static final String SCHEMA = "folder.schema.json";
  private static final SettingsForm<FolderSettings> FORM =
      SettingsForm.of(FolderSettings.class, SCHEMA);
  private static final SettingsForm<FileReading> READING =
      SettingsForm.of(FileReading.class, SCHEMA);

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("folder", Text.of("文件夹投递", "folder drop"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    Path folder = folder(config);
    probe.step(Text.of("目录存在", "folder exists"), () -> existing(folder));
    probe.step(
        Text.of("读目录", "list"),
        () -> new Visit(config, reading(config), opener(config)).count(new LocalDrop(folder)));
    probe.step(Text.of("移动权限", "permission to move"), () -> writable(folder));
  }

  @Override
  public List<Discovered> discover(SourceConfig config) {
    return new Visit(config, reading(config), opener(config)).discover(folder(config).toString());
  }

  @Override
  public List<RawRecord> sample(SourceConfig config, int limit) {
    return new Visit(config, reading(config), opener(config)).sample(limit);
  }

  @Override
  public BatchSource open(SourceConfig config, Positions positions) {
    return new FileSource(config, reading(config), opener(config), System::nanoTime);
  }

  private static FileReading reading(SourceConfig config) {
    return READING.read(config.settings());
  }

  private static Path folder(SourceConfig config) {
    return config.home().resolve(FORM.read(config.settings()).folder());
  }

  private static Drop.Opener opener(SourceConfig config) {
    Path folder = folder(config);
    return new Drop.Opener() {
      @Override
      public Drop open() throws IOException {
        existing(folder);
        return new LocalDrop(folder);
      }

      @Override
      public void close() {}
    };
  }

  private static String existing(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          folder + ": 目录不存在，请建立或改正设置 no such folder, make it or mend the setting");
    }
    return folder.toString();
  }

  private static String writable(Path folder) throws IOException {
    if (!Files.isWritable(folder)) {
      throw new IOException(folder + ": 没有写权限，读完的文件无法移走 not writable, files read cannot be moved");
    }
    return "可写 writable";
  }
}
