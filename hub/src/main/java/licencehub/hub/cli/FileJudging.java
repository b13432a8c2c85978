package licencehub.hub.cli;

import licencehub.hub.config.ConfigFolder;
import licencehub.verification.FileVerifier;

/** What judges licence files as a hub would, without that hub. */
public interface FileJudging {
  /** By the anchors, the policy and the lists in files of a configuration; asks nobody. */
  FileVerifier files(ConfigFolder config);
}
