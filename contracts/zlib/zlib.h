/* Contract: zlib. */
typedef unsigned char Byte, Bytef;
typedef unsigned int uInt, uIntf;
typedef unsigned long uLong, uLongf;
typedef void *voidp, *voidpf;
typedef const void *voidpc;
typedef struct gzFile_s *gzFile;
typedef struct z_stream_s {
    const Bytef *next_in; uInt avail_in; uLong total_in;
    Bytef *next_out; uInt avail_out; uLong total_out;
    const char *msg; struct internal_state *state;
    void *(*zalloc)(void *, uInt, uInt); void (*zfree)(void *, void *); voidpf opaque;
    int data_type; uLong adler; uLong reserved;
} z_stream, *z_streamp;
enum {
    Z_NO_FLUSH = 0, Z_PARTIAL_FLUSH = 1, Z_SYNC_FLUSH = 2, Z_FULL_FLUSH = 3, Z_FINISH = 4, Z_BLOCK = 5, Z_OK = 0,
    Z_STREAM_END = 1, Z_NEED_DICT = 2, Z_ERRNO = -1, Z_STREAM_ERROR = -2, Z_DATA_ERROR = -3, Z_MEM_ERROR = -4,
    Z_BUF_ERROR = -5, Z_VERSION_ERROR = -6, Z_NO_COMPRESSION = 0, Z_BEST_SPEED = 1, Z_BEST_COMPRESSION = 9,
    Z_DEFAULT_COMPRESSION = -1, Z_DEFAULT_STRATEGY = 0, Z_DEFLATED = 8, Z_NULL = 0, MAX_WBITS = 15, MAX_MEM_LEVEL = 9
};
[[stoa::opens(*stream, deflate), stoa::must_check, stoa::error_if(result != 0)]] int deflateInit(z_streamp stream, int level);
[[stoa::opens(*stream, deflate), stoa::must_check, stoa::error_if(result != 0)]] int deflateInit2(z_streamp stream, int level, int method, int bits, int memory, int strategy);
[[stoa::uses(stream, deflate), stoa::must_check, stoa::error_if(result < 0)]] int deflate(z_streamp stream, int flush);
[[stoa::closes(stream, deflate), stoa::error_if(result != 0)]] int deflateEnd(z_streamp stream);
[[stoa::uses(stream, deflate), stoa::error_if(result != 0)]] int deflateReset(z_streamp stream);
uLong deflateBound(z_streamp stream, uLong size);
[[stoa::opens(*stream, inflate), stoa::must_check, stoa::error_if(result != 0)]] int inflateInit(z_streamp stream);
[[stoa::opens(*stream, inflate), stoa::must_check, stoa::error_if(result != 0)]] int inflateInit2(z_streamp stream, int bits);
[[stoa::uses(stream, inflate), stoa::must_check("the data may be damaged or end early"), stoa::error_if(result < 0)]] int inflate(z_streamp stream, int flush);
[[stoa::closes(stream, inflate), stoa::error_if(result != 0)]] int inflateEnd(z_streamp stream);
[[stoa::uses(stream, inflate), stoa::error_if(result != 0)]] int inflateReset(z_streamp stream);
[[stoa::reads(from, size), stoa::writes_up_to(to, *to_size, *to_size), stoa::must_check, stoa::error_if(result != 0)]] int compress(Bytef *to, uLongf *to_size, const Bytef *from, uLong size);
[[stoa::reads(from, size), stoa::writes_up_to(to, *to_size, *to_size), stoa::must_check, stoa::error_if(result != 0)]] int compress2(Bytef *to, uLongf *to_size, const Bytef *from, uLong size, int level);
[[stoa::constant]] uLong compressBound(uLong size);
[[stoa::reads(from, size), stoa::writes_up_to(to, *to_size, *to_size), stoa::propagates(to, from), stoa::must_check, stoa::error_if(result != 0)]] int uncompress(Bytef *to, uLongf *to_size, const Bytef *from, uLong size);
[[stoa::opens(result, gzFile), stoa::string(path), stoa::string(mode), stoa::sink(path, path), stoa::error_if(result == NULL)]] gzFile gzopen(const char *path, const char *mode);
[[stoa::opens(result, gzFile), stoa::takes(fd, fd), stoa::error_if(result == NULL)]] gzFile gzdopen(int fd, const char *mode);
[[stoa::uses(file, gzFile), stoa::writes_up_to(buffer, size, result), stoa::taints(buffer, file), stoa::must_check, stoa::error_if(result < 0)]] int gzread(gzFile file, voidp buffer, unsigned int size);
[[stoa::uses(file, gzFile), stoa::reads(buffer, size), stoa::must_check, stoa::error_if(result <= 0)]] int gzwrite(gzFile file, voidpc buffer, unsigned int size);
[[stoa::uses(file, gzFile), stoa::writes_string_up_to(buffer, size), stoa::taints(buffer, file), stoa::error_if(result == NULL)]] char *gzgets(gzFile file, char *buffer, int size);
[[stoa::uses(file, gzFile), stoa::format(printf, format), stoa::sink(format, format)]] int gzprintf(gzFile file, const char *format, ...);
[[stoa::closes(file, gzFile), stoa::error_if(result != 0)]] int gzclose(gzFile file);
[[stoa::uses(file, gzFile)]] int gzeof(gzFile file);
[[stoa::returns_within(file)]] const char *gzerror(gzFile file, int *number);
[[stoa::reads(data, size), stoa::nullable(data)]] uLong crc32(uLong crc, const Bytef *data, uInt size);
[[stoa::reads(data, size), stoa::nullable(data)]] uLong adler32(uLong adler, const Bytef *data, uInt size);
[[stoa::returns_static]] const char *zlibVersion(void);
