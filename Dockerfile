# The application: chats, workers and web are the same image with another command.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN useradd --create-home --uid 10001 sysrai && mkdir /data && chown sysrai /data
WORKDIR /app
COPY pyproject.toml README.md ./
COPY bots bots
COPY core core
COPY gpu_worker gpu_worker
COPY payments payments
RUN pip install '.[voices]'
USER sysrai
ENV SYSRAI_DATA_DIR=/data SYSRAI_WEB_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["sysrai"]
CMD ["run"]
