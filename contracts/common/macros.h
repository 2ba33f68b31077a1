/* Contract: macros of compilers, frameworks and systems that stand where only the preprocessor knows what they are. */
#pragma stoa macro attribute __attribute_malloc__ __attribute_pure__ __attribute_const__ __attribute_used__ __attribute_warn_unused_result__ __THROW __THROWNL __NTH __wur __nonnull __BEGIN_DECLS __END_DECLS __restrict_arr __dead2 __pure2 __unused __used __packed __aligned __printflike __scanflike __dead __must_check __init __exit __initdata __exitdata __user __kernel __iomem __force __percpu __rcu __always_inline noinline __cold __hot __weak __visible __maybe_unused __sched __latent_entropy asmlinkage fastcall
#pragma stoa macro attribute WINAPI CALLBACK APIENTRY WINAPIV STDCALL CDECL PASCAL STDMETHODCALLTYPE _In_ _Out_ _Inout_ _In_opt_ _Out_opt_ _Inout_opt_ _In_z_ _In_opt_z_ _Ret_maybenull_ _Ret_z_ _Check_return_ _Must_inspect_result_ _Printf_format_string_ DECLSPEC_NORETURN
#pragma stoa macro attribute G_GNUC_PRINTF G_GNUC_SCANF G_GNUC_FORMAT G_GNUC_UNUSED G_GNUC_NORETURN G_GNUC_CONST G_GNUC_PURE G_GNUC_MALLOC G_GNUC_ALLOC_SIZE G_GNUC_WARN_UNUSED_RESULT G_GNUC_NULL_TERMINATED G_GNUC_INTERNAL G_GNUC_DEPRECATED G_MODULE_EXPORT G_GNUC_MAY_ALIAS G_BEGIN_DECLS G_END_DECLS G_NORETURN
#pragma stoa macro attribute Q_DECL_OVERRIDE Q_DECL_FINAL Q_DECL_EXPORT Q_DECL_IMPORT Q_DECL_NOEXCEPT Q_DECL_NOTHROW Q_DECL_CONSTEXPR Q_DECL_RELAXED_CONSTEXPR Q_DECL_UNUSED Q_DECL_DEPRECATED Q_REQUIRED_RESULT Q_INVOKABLE Q_SCRIPTABLE Q_SLOT Q_SIGNAL Q_REVISION Q_CORE_EXPORT Q_NETWORK_EXPORT Q_GUI_EXPORT Q_WIDGETS_EXPORT Q_ALWAYS_INLINE Q_NEVER_INLINE QT_FASTCALL QT_ASCII_CAST_WARN
#pragma stoa macro attribute ZEXPORT ZEXTERN ZEXPORTVA PNG_EXPORT CURL_EXTERN OPENSSL_EXPORT SQLITE_API SQLITE_EXTERN LUA_API LUALIB_API LUAMOD_API JNIEXPORT JNICALL PyMODINIT_FUNC PyAPI_FUNC XMLPUBFUN XMLCALL
#pragma stoa macro attribute GUARDED_BY PT_GUARDED_BY REQUIRES REQUIRES_SHARED ACQUIRE ACQUIRE_SHARED RELEASE RELEASE_SHARED TRY_ACQUIRE EXCLUDES CAPABILITY SCOPED_CAPABILITY NO_THREAD_SAFETY_ANALYSIS ABSL_GUARDED_BY ABSL_EXCLUSIVE_LOCKS_REQUIRED ABSL_LOCKS_EXCLUDED ABSL_MUST_USE_RESULT ABSL_ATTRIBUTE_NORETURN EXCLUSIVE_LOCKS_REQUIRED LOCKS_EXCLUDED
#pragma stoa macro statement Q_OBJECT Q_GADGET Q_NAMESPACE Q_INTERFACES Q_PLUGIN_METADATA Q_CLASSINFO Q_PROPERTY Q_ENUM Q_ENUMS Q_FLAG Q_FLAGS Q_ENUM_NS Q_FLAG_NS Q_DECLARE_FLAGS Q_DECLARE_OPERATORS_FOR_FLAGS Q_DECLARE_METATYPE Q_DECLARE_TYPEINFO Q_DECLARE_PRIVATE Q_DECLARE_PUBLIC Q_DISABLE_COPY Q_DISABLE_COPY_MOVE Q_DISABLE_MOVE Q_DECLARE_TR_FUNCTIONS Q_DECLARE_INTERFACE Q_PRIVATE_SLOT Q_MOC_INCLUDE Q_IMPORT_PLUGIN QT_BEGIN_NAMESPACE QT_END_NAMESPACE QT_USE_NAMESPACE QT_FORWARD_DECLARE_CLASS QT_WARNING_PUSH QT_WARNING_POP QT_WARNING_DISABLE_GCC QT_WARNING_DISABLE_CLANG QT_WARNING_DISABLE_DEPRECATED QML_ELEMENT QML_SINGLETON
#pragma stoa macro statement G_DEFINE_TYPE G_DEFINE_TYPE_WITH_CODE G_DEFINE_TYPE_WITH_PRIVATE G_DEFINE_ABSTRACT_TYPE G_DEFINE_BOXED_TYPE G_DEFINE_INTERFACE G_DEFINE_QUARK G_DECLARE_FINAL_TYPE G_DECLARE_DERIVABLE_TYPE G_DECLARE_INTERFACE G_DEFINE_AUTOPTR_CLEANUP_FUNC G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC G_LOCK_DEFINE G_LOCK_DEFINE_STATIC G_LOCK_EXTERN
#pragma stoa macro statement MODULE_LICENSE MODULE_AUTHOR MODULE_DESCRIPTION MODULE_VERSION MODULE_ALIAS MODULE_DEVICE_TABLE EXPORT_SYMBOL EXPORT_SYMBOL_GPL module_init module_exit module_param module_param_named MODULE_PARM_DESC DEFINE_MUTEX DEFINE_SPINLOCK DEFINE_IDA DECLARE_WAIT_QUEUE_HEAD PG_MODULE_MAGIC PG_FUNCTION_INFO_V1 DEFINE_PER_CPU
#pragma stoa macro statement BOOST_AUTO_TEST_SUITE BOOST_AUTO_TEST_SUITE_END TEST_GROUP INSTANTIATE_TEST_SUITE_P INSTANTIATE_TEST_CASE_P BENCHMARK BENCHMARK_MAIN QTEST_MAIN QTEST_APPLESS_MAIN QTEST_GUILESS_MAIN WX_DEFINE_LIST DECLARE_EVENT_TABLE BEGIN_EVENT_TABLE END_EVENT_TABLE
#pragma stoa macro loop foreach Q_FOREACH forever Q_FOREVER BOOST_FOREACH BOOST_REVERSE_FOREACH
#pragma stoa macro loop SLIST_FOREACH SLIST_FOREACH_SAFE SLIST_FOREACH_FROM LIST_FOREACH LIST_FOREACH_SAFE STAILQ_FOREACH STAILQ_FOREACH_SAFE SIMPLEQ_FOREACH SIMPLEQ_FOREACH_SAFE TAILQ_FOREACH TAILQ_FOREACH_SAFE TAILQ_FOREACH_REVERSE TAILQ_FOREACH_REVERSE_SAFE CIRCLEQ_FOREACH RB_FOREACH RB_FOREACH_SAFE RB_FOREACH_REVERSE SPLAY_FOREACH STAILQ_FOREACH_FROM TAILQ_FOREACH_FROM
#pragma stoa macro loop list_for_each list_for_each_prev list_for_each_safe list_for_each_entry list_for_each_entry_safe list_for_each_entry_reverse list_for_each_entry_rcu list_for_each_entry_continue list_for_each_entry_safe_reverse hlist_for_each hlist_for_each_safe hlist_for_each_entry hlist_for_each_entry_safe hlist_for_each_entry_rcu hash_for_each hash_for_each_safe for_each_cpu for_each_possible_cpu for_each_online_cpu for_each_set_bit for_each_child_of_node for_each_node idr_for_each_entry xa_for_each llist_for_each_entry rbtree_postorder_for_each_entry_safe wl_list_for_each wl_list_for_each_safe wl_array_for_each
#pragma stoa macro loop HASH_ITER DL_FOREACH DL_FOREACH_SAFE LL_FOREACH LL_FOREACH_SAFE CDL_FOREACH utarray_foreach json_object_foreach json_array_foreach json_object_foreach_safe cJSON_ArrayForEach json_object_object_foreach kh_foreach kh_foreach_value ARRAY_FOREACH vec_foreach VEC_FOREACH STRLIST_FOREACH FOR_EACH FOREACH
[[stoa::constant]] long __builtin_expect(long value, long expected);
[[stoa::noreturn]] void __builtin_unreachable(void);
[[stoa::noreturn]] void __builtin_trap(void);
[[stoa::noreturn]] void __builtin_abort(void);
[[stoa::constant]] int __builtin_constant_p(int value);
[[stoa::constant]] unsigned long __builtin_object_size(const void *object, int type);
[[stoa::constant]] int __builtin_clz(unsigned int value);
[[stoa::constant]] int __builtin_clzl(unsigned long value);
[[stoa::constant]] int __builtin_clzll(unsigned long long value);
[[stoa::constant]] int __builtin_ctz(unsigned int value);
[[stoa::constant]] int __builtin_ctzl(unsigned long value);
[[stoa::constant]] int __builtin_ctzll(unsigned long long value);
[[stoa::constant]] int __builtin_popcount(unsigned int value);
[[stoa::constant]] int __builtin_popcountl(unsigned long value);
[[stoa::constant]] int __builtin_popcountll(unsigned long long value);
[[stoa::constant]] unsigned short __builtin_bswap16(unsigned short value);
[[stoa::constant]] unsigned int __builtin_bswap32(unsigned int value);
[[stoa::constant]] unsigned long __builtin_bswap64(unsigned long value);
[[stoa::allocates(result, alloca, size), stoa::returns_nonnull, stoa::sink(size, size)]] void *__builtin_alloca(unsigned long size);
[[stoa::reads(from, n), stoa::writes(to, n), stoa::copies(to, from, n), stoa::no_overlap(to, from, n), stoa::returns_arg(to)]] void *__builtin_memcpy(void *to, const void *from, unsigned long n);
[[stoa::writes(area, n), stoa::fills(area, c, n), stoa::returns_arg(area)]] void *__builtin_memset(void *area, int c, unsigned long n);
[[stoa::string(s), stoa::ensures(result == strlen(s)), stoa::pure]] unsigned long __builtin_strlen(const char *s);
_Bool __builtin_add_overflow(long a, long b, void *sum);
_Bool __builtin_sub_overflow(long a, long b, void *difference);
_Bool __builtin_mul_overflow(long a, long b, void *product);
void __builtin_prefetch(const void *address, ...);
void __builtin_va_start(__builtin_va_list list, ...);
void __builtin_va_end(__builtin_va_list list);
void __builtin_va_copy(__builtin_va_list to, __builtin_va_list from);
void *__builtin_return_address(unsigned int level);
void *__builtin_frame_address(unsigned int level);
void *__builtin_assume_aligned(const void *pointer, unsigned long alignment, ...);
void __sync_synchronize(void);
long __sync_fetch_and_add(void *object, long value, ...);
long __sync_fetch_and_sub(void *object, long value, ...);
long __sync_add_and_fetch(void *object, long value, ...);
long __sync_sub_and_fetch(void *object, long value, ...);
_Bool __sync_bool_compare_and_swap(void *object, long old, long value, ...);
long __atomic_load_n(const void *object, int order);
void __atomic_store_n(void *object, long value, int order);
long __atomic_fetch_add(void *object, long value, int order);
long __atomic_fetch_sub(void *object, long value, int order);
