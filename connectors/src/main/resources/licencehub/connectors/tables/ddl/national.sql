-- National exchange tables UP_PRO_* and UP_LIC_DATA, as far as the hub reads them. Runs on H2 and PostgreSQL.
-- A department writes, the hub reads rows with is_sync = '0' and sets '1' (taken) or '9' (set aside).
-- handle_result, and in UP_LIC_DATA certificate_identifier, valid_*, operate_*, certificate_state,
-- associated_identifier and sign_data, are not in the sources these tables were written from.
CREATE TABLE UP_PRO_ACCEPT (
  row_guid VARCHAR(50) NOT NULL,
  project_no VARCHAR(50),
  catalog_code VARCHAR(12),
  task_code VARCHAR(36),
  local_catalog_code VARCHAR(50),
  local_task_code VARCHAR(50),
  task_handle_item VARCHAR(33),
  task_name VARCHAR(300),
  task_version VARCHAR(20),
  project_name VARCHAR(300),
  project_type VARCHAR(2),
  apply_type VARCHAR(2),
  applyer_name VARCHAR(200),
  applyer_page_type VARCHAR(3),
  applyer_page_code VARCHAR(40),
  applyer_type VARCHAR(2),
  contact_name VARCHAR(100),
  contact_type VARCHAR(3),
  contact_code VARCHAR(40),
  contact_mobile VARCHAR(40),
  legal VARCHAR(100),
  org_code VARCHAR(18),
  org_name VARCHAR(200),
  handle_user_name VARCHAR(100),
  apply_date TIMESTAMP,
  accept_date TIMESTAMP,
  promise_date TIMESTAMP,
  accept_doc_no VARCHAR(100),
  address VARCHAR(300),
  zip_code VARCHAR(6),
  cd_batch VARCHAR(50),
  cd_operation VARCHAR(1) DEFAULT 'I' NOT NULL,
  cd_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  data_source VARCHAR(50),
  is_sync VARCHAR(1) DEFAULT '0' NOT NULL,
  PRIMARY KEY (row_guid)
);
CREATE INDEX UP_PRO_ACCEPT_UNREAD ON UP_PRO_ACCEPT (is_sync, cd_time);

CREATE TABLE UP_PRO_PROCESS (
  row_guid VARCHAR(50) NOT NULL,
  project_no VARCHAR(50),
  event_name VARCHAR(2),
  process_name VARCHAR(100),
  event_start_time TIMESTAMP,
  event_end_time TIMESTAMP,
  handle_user_name VARCHAR(100),
  handle_explain VARCHAR(2000),
  handle_result VARCHAR(2),
  remark VARCHAR(2000),
  cd_batch VARCHAR(50),
  cd_operation VARCHAR(1) DEFAULT 'I' NOT NULL,
  cd_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  data_source VARCHAR(50),
  is_sync VARCHAR(1) DEFAULT '0' NOT NULL,
  PRIMARY KEY (row_guid)
);
CREATE INDEX UP_PRO_PROCESS_UNREAD ON UP_PRO_PROCESS (is_sync, cd_time);

CREATE TABLE UP_PRO_SPECIAL_PROCEDURE (
  row_guid VARCHAR(50) NOT NULL,
  project_no VARCHAR(50),
  special_type VARCHAR(2),
  special_name VARCHAR(100),
  special_reason VARCHAR(2000),
  special_time TIMESTAMP,
  end_time TIMESTAMP,
  result VARCHAR(2000),
  special_explain VARCHAR(2000),
  applyer_user_name VARCHAR(100),
  handle_user VARCHAR(100),
  cd_batch VARCHAR(50),
  cd_operation VARCHAR(1) DEFAULT 'I' NOT NULL,
  cd_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  data_source VARCHAR(50),
  is_sync VARCHAR(1) DEFAULT '0' NOT NULL,
  PRIMARY KEY (row_guid)
);
CREATE INDEX UP_PRO_SPECIAL_PROCEDURE_UNREAD ON UP_PRO_SPECIAL_PROCEDURE (is_sync, cd_time);

CREATE TABLE UP_PRO_RESULT (
  row_guid VARCHAR(50) NOT NULL,
  project_no VARCHAR(50),
  result_type VARCHAR(2),
  result_date TIMESTAMP,
  result_explain VARCHAR(2000),
  result_cetr_name VARCHAR(100),
  result_cetr_no VARCHAR(100),
  is_delivery_results VARCHAR(2),
  satisfaction VARCHAR(2),
  handle_user_name VARCHAR(100),
  cd_batch VARCHAR(50),
  cd_operation VARCHAR(1) DEFAULT 'I' NOT NULL,
  cd_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  data_source VARCHAR(50),
  is_sync VARCHAR(1) DEFAULT '0' NOT NULL,
  PRIMARY KEY (row_guid)
);
CREATE INDEX UP_PRO_RESULT_UNREAD ON UP_PRO_RESULT (is_sync, cd_time);

CREATE TABLE UP_LIC_DATA (
  row_guid VARCHAR(50) NOT NULL,
  certificate_identifier VARCHAR(140),
  certificate_name VARCHAR(100),
  certificate_type VARCHAR(100),
  certificate_type_code VARCHAR(21),
  certificate_number VARCHAR(100),
  certificate_area_code VARCHAR(12),
  certificate_holder VARCHAR(2000),
  certificate_holder_type VARCHAR(80),
  certificate_holder_code VARCHAR(800),
  certificate_source_id VARCHAR(100),
  issue_date DATE,
  issue_dept VARCHAR(200),
  issue_dept_code VARCHAR(18),
  valid_begin_date DATE,
  valid_end_date VARCHAR(20),
  operate_type VARCHAR(2),
  operate_date DATE,
  operate_reason VARCHAR(2000),
  certificate_state VARCHAR(2),
  associated_identifier VARCHAR(140),
  sign_data VARCHAR(20000),
  cd_batch VARCHAR(50),
  cd_operation VARCHAR(1) DEFAULT 'I' NOT NULL,
  cd_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
  data_source VARCHAR(50),
  is_sync VARCHAR(1) DEFAULT '0' NOT NULL,
  PRIMARY KEY (row_guid)
);
CREATE INDEX UP_LIC_DATA_UNREAD ON UP_LIC_DATA (is_sync, cd_time);
