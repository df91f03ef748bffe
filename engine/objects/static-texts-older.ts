/** Texts of static strings in which 3.11 and 3.12 differ from 3.13; see static-texts.ts. */
export const only312 = `
<shim> __asyncio_running_event_loop__ duration frequency id sound
`;
export const not312 = `
<NULL> __firstlineno__ __match_args__ __static_attributes__ _align_ _field_types
_only_immortal _strptime aclose allow_code asend athrow cached_datetime_module callback
col_offset day desired_access end_col_offset filter fold handle_seq has_location hour
identity_hint inherit_handle initial_owner initial_state interval kwdefaults label
manual_reset maxlen microsecond milliseconds minute month mutex nested second
security_attributes spam tzinfo wait_all warn_on_full_buffer
`;

export const only311 = `
_strptime_time enable partial zipimporter abc abs abs_paths abspath abstracts acquire
acquire_lock addpackage addsitedir all all_suffixes allocate_lock alter_argv alter_sys
altsep always any arc_offset archive argrest ascii ascii_letters atexit attr attrs_now
attrs_then attrs_updated audit base_filename base_path basename bases bit bits bool
brace builtin_name bytearray bytebuffer bytecode bytecode_path bytes_data bytesdecoded
bytesencoded cache cache_module cache_path cache_tag cached callable casefold cb cdir
chain char character charbuffer chars chdir check_source check_str checked chflags child
chmod chown classmethod cls cmd code_object colon colon_sep comment_size common
commonpath commonprefix comp compile compress comps conf_basename conffile consumed
contents contextlib copyright coroutine cpathname crc create_module credits curdir
current_user cut_off cygwin darwin data_encoding data_info data_size datapath date
decode_source decoded_path decodedbytes decodekey decodevalue decoding_map decompress
dedent defpath delattr devnull dict_items dict_keys dict_values digits dir dircase dirfd
dirname dirpath dirs dollar dot dot_count dotdot drive drivesplits dumps elem empty
emscripten encodedkey encodekey encoder encodevalue encodings endswith entries entry
enumerate env_base environ environb eof err error ex exc exc_details exc_info
exc_traceback exe_dir exec exec_builtin exec_dynamic exec_func exec_module exec_prefix
execl execle execlp execlpe executable execv execve execvp execvpe exist_ok existing
exists exit expanduser expandvars extension extensions extra_size extsep fdopen
file_encoding file_info file_name file_offset file_size filemode filename_base files
find find_frozen find_loader find_module find_spec finder firstline fn fname followlinks
fork fp from_bytes from_name frozen frozenset fsdecode fsencode fspath fstat fstatvfs
full_path fullname fullpath funcname funcobj functools fwalk fxn generator genericpath
get_code get_data get_filename get_ident get_importer getatime getctime getcwd getcwdb
getdecoder getegid getencoder getenv getenvb geteuid getgid getmtime getpwnam getpwuid
getreader getsize getuid getuserbase getwriter group had_prefix has_deadlock hasattr
hasbytes hash hash_based hasstr head header_offset header_size help here history hkey
home hx id ignore_errors imp import_error importer index info init_filename init_globals
initialized insert instance int io is_builtin is_dir is_frozen is_link is_namespace
is_package is_reload is_symlink isabs isalnum isbytecode isbytes isdir isdisjoint isfile
islink ismount isolated ispackage ispkg it itemcase iterator iterdecode iterencode java
joinuser klass known_paths kwargs kwds lchown lexists lib libdir libdirs libedit license
linebuffer lines linesep link list list_iterator listdir load_module loader loader_class
loader_module loader_state loaders loads location lock lookup lookup_error lower lstat
lstrip magic main main_globals main_name makedirs makepath map mappingproxy marshal max
maxsize mcls me memoryview meta_path methods mi min mkdir mkfifo mknod mktime
mod_globals mod_name mod_spec modpath module_info module_repr module_type mtime
name_size namereplace names namespace never new new_args new_comps new_name new_path
new_root newchars newdata newpath no_site nondirs normcase normp normpath ntpath nul ok
old old_path onerror open_code opt_level optimization orig_path orig_st original_name
origname os other output override p_drive p_path package pardir parent_module
parent_name parent_path parent_spec part partition path_abs path_drive path_finder
path_hook path_hooks path_list path_listb path_mtime path_name path_parts path_repr
path_rest path_sep path_stats path_tmp path_type pathconf pathlen pathname paths pathsep
percent perm pkg_name pkgdir pkgutil platform platlibdir pop popen popitem portions
posixpath prefix prefixes print proc prompt property putenv pw_dir pwd pwent py pycache
pydoc quit quote range raw_data rbrace re read_code reader readline_doc readlines
readlink readsize realpath record recursive ref register registry_key rel_list
release_lock relfile relpath remove removedirs rename renames repr res resolve_name rest
result result_drive result_path returncode rfind rlcompleter rmdir rng root rpartition
rsplit rstrip run_globals run_module run_name run_path samefile sameopenfile samestat
saved_exc saved_main scandir scandir_it scls script_name search seen self_module seps
set set_data set_iterator set_loader set_package setattr setcopyright setdefault
sethelper setquit setter shell simplefilter site_prefix sitedir sitedircase sitepackages
smsl sorted source_bytes source_hash source_mtime source_path source_size span spath
spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe spec split split_paths
splitdrive splitext splitlines sr srw st st_atime st_ctime st_dev st_ino st_mode
st_mtime st_size start_abs start_drive start_list start_offset start_rest startswith
stat stat_info state staticmethod statvfs stop str str_iterator stream streamreader
streamwriter strict_errors strip stripped_path sts subclass subprocess suffix suffixes
sum super supports_fd symlink sys sys_module sys_version system_site t_args t_result
table tail tail_module tail_name target_user tb temp_module text_encoding textwrap tid
tilde time to_bytes toc_entry tokenize topdown topfd toppath tuple typ types typing
unc_prefix unknown unsetenv update upper user_base user_site userbase userhome util
utime val var varchars vars venv ver_nodot verbose verbosity version_info virtual_conf
vxworks wait waiters waitpid wakeup walk walk_dirs walk_into warn wasi wb whence where
why win winerror winreg winver wpid wraps write_history writelines writer zip
zip_iterator zlib
`;
export const not311 = `
.defaults .generic_base .kwdefaults .type_params <NULL> CANCELLED FINISHED
JSONDecodeError PENDING _WindowsConsoleIO __buffer__ __classdict__ __classdictcell__
__ctypes_from_outparam__ __dictoffset__ __firstlineno__ __match_args__
__release_buffer__ __static_attributes__ __type_params__ __weaklistoffset__ _abstract_
_active _align_ _anonymous_ _argtypes_ _as_parameter_ _asyncio_future_blocking
_check_retval_ _feature_version _field_types _fields_ _flags_ _io _length_ _limbo _loop
_needs_com_addref_ _only_immortal _pack_ _restype_ _strptime _strptime_datetime
_swappedbytes_ _type_ abs_tol add_done_callback after_in_child after_in_parent
aggregate_class allow_code arg argdefs arguments as_integer_ratio ast attribute
authorizer_callback autocommit backtick before binary_form block bound buffer_callback
buffer_size buffers bytes_per_sep cached_datetime_module cached_statements cadata cafile
call_exception_handler call_soon callback cancel capath category cb_type certfile
check_same_thread closefd closure co_argcount co_cellvars co_code co_consts
co_exceptiontable co_filename co_firstlineno co_flags co_freevars co_kwonlyargcount
co_linetable co_name co_names co_nlocals co_posonlyargcount co_qualname co_stacksize
co_varnames col_offset command comment_factory compile_mode consts context contravariant
coro covariant database day delete depth desired_access detect_types deterministic
device digest digest_size digestmod dklen doc dst dst_dir_fd eager_start effective_ids
element_factory end_col_offset endpos entrypoint event eventmask existing_file_name exp
extra_tokens facility false family fanout fd2 fdel fget file_actions filter fix_imports
fold follow_symlinks from_param fromtimestamp fromutc fset future generation get_debug
get_event_loop get_loop gid groupindex groups handle handle_seq hash_name header headers
hi hour ident identity_hint imag in_fd incoming indexgroup infer_variance inherit_handle
inheritable initial initial_bytes initial_owner initial_state initial_value initval
inner_size insert_comments insert_pis instructions intern interval is_running isoformat
isolation_level istext iterable iterations json.decoder jump keyfile kind kw kw1 kw2
kwdefaults label last last_node leaf_size length limit line_buffering lo logoption loop
manual_reset max_length maxdigits maxevents maxlen maxmem maxsplit maxvalue memLevel
memlimit metadata microsecond milliseconds minute module_globals month mutex mycmp n_arg
name_from namespace_separator namespaces narg ndigits nested new_file_name new_limit
newline nlocals node_depth node_offset nstype null number offset_dst offset_src
on_type_read only_keys oparg opener operation options order out_fd outgoing overlapped
pages password pattern person pi_factory policy pos1 pos2 priority progress
progress_handler progress_routine protocol query quotetabs readonly real registry
rel_tol repl reserved resetids salt sched_priority scheduler second security_attributes
selectors sequence server_hostname server_side session setpgroup setsid setsigdef
setsigmask shape show_cmd signed skip_file_prefixes sleep sock source_traceback spam src
src_dir_fd statement status step steps store_name strategy strftime strict_mode sub_key
tabsize target_is_directory task tb_frame tb_lasti tb_lineno tb_next template term
timeout times timetuple trace_callback trailers twice txt type_params tz tzinfo tzname
uid uri usedforsecurity volume wait_all warn_on_full_buffer wbits week weekday which who
withdata write_through year zdict
`;
